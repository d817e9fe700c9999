// SPDX-License-Identifier: Apache-2.0

/// What a person should know about a text that was read all the same.
package enum DocumentDefect: String, Hashable, Sendable, CaseIterable {
    /// The text is longer than ``DocumentLimits/maximumTextOctets``; its end is missing.
    case textCut
    /// The file ends early or a part of it is damaged; what stands before was read.
    case damaged
    /// The file is not of the kind its name or the letter says; it was read as what it is.
    case wrongKind
    /// Octets that mean nothing in the charset were replaced by U+FFFD.
    case undecodableCharacters
    /// The text was recognised in a picture and may be wrong.
    case recognisedOptically
    /// The text layer is short for so many pages: most of the document is probably pictures.
    case littleText

    package var ukrainian: String {
        switch self {
        case .textCut: "текст задовгий, прочитано лише початок"
        case .damaged: "файл пошкоджено, прочитано лише частину"
        case .wrongKind: "вміст файлу не відповідає його назві"
        case .undecodableCharacters: "частину символів не вдалося прочитати"
        case .recognisedOptically: "текст розпізнано зі сканованого зображення, можливі помилки"
        case .littleText: "тексту мало: документ, імовірно, складається зі сканованих сторінок"
        }
    }

    package var english: String {
        switch self {
        case .textCut: "the text is too long; only its beginning was read"
        case .damaged: "the file is damaged; only a part was read"
        case .wrongKind: "the file is not what its name says"
        case .undecodableCharacters: "some characters could not be read"
        case .recognisedOptically: "the text was recognised in a scanned picture and may be wrong"
        case .littleText: "there is little text: the document probably consists of scanned pages"
        }
    }
}
