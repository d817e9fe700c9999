// SPDX-License-Identifier: Apache-2.0

/// The code of a kind of document, such as `AUTH_CONTROL`: it decides journal, route and term.
package struct DocumentKind: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    package var description: String { rawValue }

    /// The kinds this version knows, with their Ukrainian names. A route or journal may name no other.
    package static let known: [(kind: DocumentKind, ukrainian: String)] = [
        ("CITIZEN_APPLICATION", "заява"),
        ("CITIZEN_MOTION", "клопотання"),
        ("CITIZEN_COMPLAINT", "скарга"),
        ("CITIZEN_PROPOSAL", "пропозиція (зауваження)"),
        ("PETITION", "електронна петиція"),
        ("PUBLIC_INFO", "запит на публічну інформацію"),
        ("MP_APPEAL", "депутатське звернення народного депутата"),
        ("MP_REQUEST", "депутатський запит народного депутата"),
        ("LOCAL_DEP_APPEAL", "звернення депутата місцевої ради"),
        ("LOCAL_DEP_REQUEST", "депутатський запит депутата місцевої ради"),
        ("LAWYER_REQUEST", "адвокатський запит"),
        ("AUTH_CONTROL", "лист-доручення органу влади"),
        ("AUTH_INFO", "лист до відома"),
        ("ORG_LETTER", "лист підприємства, установи, організації"),
        ("COURT", "документ суду"),
        ("LAW_ENF", "запит правоохоронного органу"),
        ("WHISTLEBLOWER", "повідомлення про корупцію"),
        ("ADMIN_CASE", "заява про адміністративний акт або послугу"),
        ("REPLY", "відповідь на вихідний лист"),
        ("NOT_REGISTERED", "не підлягає реєстрації"),
    ].map { (DocumentKind(rawValue: $0.0), $0.1) }
}
