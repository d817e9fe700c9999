// SPDX-License-Identifier: Apache-2.0

/// A registration journal as the council defines it. Its numbers begin at 1 each year.
package struct Journal: Hashable, Sendable {
    package let code: JournalCode
    /// As the register is headed, in Ukrainian: «Журнал реєстрації вхідних документів».
    package let name: String
    package let index: IndexTemplate
    /// Index of the case file its documents go to: `01-12`; empty when the template needs none.
    package let caseFile: String
    /// Kinds of documents registered here and the prefix of each for `{kindPrefix}`, empty where it has none.
    package let kindPrefixes: [DocumentKind: String]

    package init(
        code: JournalCode, name: String, index: IndexTemplate, caseFile: String, kindPrefixes: [DocumentKind: String]
    ) {
        self.code = code
        self.name = name
        self.index = index
        self.caseFile = caseFile
        self.kindPrefixes = kindPrefixes
    }

    /// The fields of an index in this journal.
    /// - Parameters:
    ///   - surname: of the applicant, where the template has `{letter}`; nil or empty gives ``IndexFields/unsignedMark``.
    ///   - unit: the index of the department, where the template has `{unit}`.
    package func fields(year: Int, kind: DocumentKind? = nil, surname: String? = nil, unit: String = "") -> IndexFields {
        IndexFields(
            year: year, caseFile: caseFile, letter: IndexFields.letter(ofSurname: surname ?? ""), unit: unit,
            kindPrefix: kind.flatMap { kindPrefixes[$0] } ?? "")
    }
}

/// All journals of the office, in the order of the file.
package struct JournalList: Hashable, Sendable {
    package let journals: [Journal]

    package init(_ journals: [Journal]) { self.journals = journals }

    package subscript(code: JournalCode) -> Journal? { journals.first { $0.code == code } }

    /// The journal that takes documents of the kind; for an unknown kind, or one no journal names, that of incoming documents.
    ///
    /// Nil only when the configuration has no journal `incoming`, which `Settings` refuses.
    package func journal(for kind: DocumentKind?) -> Journal? {
        kind.flatMap { kind in journals.first { $0.kindPrefixes[kind] != nil } } ?? self[.incoming]
    }
}
