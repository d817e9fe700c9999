// SPDX-License-Identifier: Apache-2.0
import Office
import Testing

@Suite struct JournalTests {
    static func journal(_ code: JournalCode, _ index: String, _ kinds: [String: String] = [:]) throws -> Journal {
        Journal(
            code: code, name: "журнал", index: try IndexTemplate(index), caseFile: "01-14",
            kindPrefixes: Dictionary(uniqueKeysWithValues: kinds.map { (DocumentKind(rawValue: $0.key), $0.value) }))
    }

    @Test func kindsFindTheirJournalAndTheRestGoesToIncoming() throws {
        let list = JournalList([
            try Self.journal(.incoming, "{n}/{case}", ["AUTH_CONTROL": ""]),
            try Self.journal(.deputies, "{kindPrefix}-{n}/{case}", ["MP_REQUEST": "ДЗ"]),
        ])
        #expect(list.journal(for: DocumentKind(rawValue: "MP_REQUEST"))?.code == .deputies)
        #expect(list.journal(for: DocumentKind(rawValue: "AUTH_CONTROL"))?.code == .incoming)
        #expect(list.journal(for: DocumentKind(rawValue: "PETITION"))?.code == .incoming)
        #expect(list.journal(for: nil)?.code == .incoming)
        #expect(list[.citizens] == nil)
        #expect(JournalList([]).journal(for: nil) == nil)
    }

    @Test func aJournalKnowsTheFieldsOfItsIndexes() throws {
        let deputies = try Self.journal(.deputies, "{kindPrefix}-{n}/{case}", ["MP_REQUEST": "ДЗ"])
        let kind = DocumentKind(rawValue: "MP_REQUEST")
        #expect(deputies.index.index(number: 12, fields: deputies.fields(year: 2026, kind: kind)) == "ДЗ-12/01-14")
        let citizens = try Self.journal(.citizens, "{letter}-{n}/{case}")
        #expect(citizens.index.index(number: 15, fields: citizens.fields(year: 2026, surname: "шевченко")) == "Ш-15/01-14")
        #expect(citizens.index.index(number: 3, fields: citizens.fields(year: 2026)) == "БП-3/01-14")
        #expect(citizens.index.index(number: 3, fields: citizens.fields(year: 2026, surname: " «»")) == "БП-3/01-14")
        #expect(citizens.index.index(number: 4, fields: citizens.fields(year: 2026, surname: "«Їжакевич»")) == "Ї-4/01-14")
        #expect(IndexFields.collectiveMark == "КО")
    }

    @Test func everyGroundOfRefusalHasItsWordsInBothLanguages() {
        for language in Language.allCases {
            let words = RefusalGround.allCases.map { $0.wording(in: language) }
            #expect(Set(words).count == 10)
            #expect(words.allSatisfy { !$0.hasSuffix(".") && $0.first?.isLowercase == true })
        }
    }

    @Test func theLettersOfTheOfficeKnowTheirNames() {
        #expect(
            NoticeKind.allCases.filter(\.goesToSender)
                == [.received, .registered, .refused, .ownerAppointed, .forwarded, .sentBack, .extended])
        for kind in NoticeKind.allCases where kind.goesToSender {
            #expect(kind.names.contains("receivedOn"))
            #expect(kind.listNames.isEmpty)
        }
    }
}
