// SPDX-License-Identifier: Apache-2.0

/// Why a document is refused registration (paragraph 21 of the instruction approved by resolution 55 of 17.01.2018).
package enum RefusalGround: String, Hashable, Sendable, CaseIterable {
    case formViolated
    case wrongAddressee
    case receivedAgain
    case compositionDiffers
    case requisitesDiffer
    case notSigned
    case signedByAnother
    case signatureNotVerifiable
    case noTimestamp
    case unreadable

    /// As the notice to the sender states it: in the nominative, without a full stop.
    package func wording(in language: Language) -> String {
        switch language {
        case .ukrainian: ukrainian
        case .english: english
        }
    }

    private var ukrainian: String {
        switch self {
        case .formViolated: "порушено вимоги до форми документа"
        case .wrongAddressee: "документ надіслано не за адресою"
        case .receivedAgain: "документ надійшов повторно"
        case .compositionDiffers: "склад документа не відповідає зазначеному в ньому"
        case .requisitesDiffer: "реквізити документа не збігаються з реквізитами супровідного повідомлення"
        case .notSigned: "немає підпису або печатки підписувача"
        case .signedByAnother: "документ підписано особою, яка не є його підписувачем"
        case .signatureNotVerifiable: "електронний підпис або печатку неможливо перевірити"
        case .noTimestamp: "немає електронної позначки часу"
        case .unreadable: "документ неможливо прочитати"
        }
    }

    private var english: String {
        switch self {
        case .formViolated: "the document does not have the required form"
        case .wrongAddressee: "the document is addressed to another body"
        case .receivedAgain: "the document has been received before"
        case .compositionDiffers: "the parts of the document differ from those it lists"
        case .requisitesDiffer: "the particulars of the document differ from those of the covering message"
        case .notSigned: "the signature or seal of the signatory is missing"
        case .signedByAnother: "the document is signed by a person other than its signatory"
        case .signatureNotVerifiable: "the electronic signature or seal cannot be verified"
        case .noTimestamp: "the electronic time stamp is missing"
        case .unreadable: "the document cannot be read"
        }
    }
}
