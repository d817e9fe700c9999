// SPDX-License-Identifier: Apache-2.0
import Foundation
import MailTransport
import OfficeStore
import Testing
import Vault

@testable import Workflows

@Suite struct DotJournalTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "chancery-dots-\(UUID().uuidString)")

    private func journal() throws -> DotJournal {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return DotJournal(path: folder.path + "/dots")
    }

    private func letter(_ number: Int64) -> DotLetter {
        DotLetter(id: OutboxID(rawValue: number), digest: MessageDigest(1, 2, 3, UInt64(number)))
    }

    private func accepted(_ number: Int64, _ text: String = "Ok: queued") -> DotLeftovers.Accepted {
        .init(
            letter: letter(number), at: Date(timeIntervalSince1970: 1_795_000_000.25),
            reply: SubmissionReply(code: 250, enhancedStatus: "2.0.0", text: text))
    }

    /// Writes one generation over so many letters; the last stays without verdict unless it is closed.
    private func write(_ numbers: ClosedRange<Int64>, to journal: DotJournal, closing: Bool) throws -> Int64 {
        let generation = journal.turnPage()
        for number in numbers {
            try journal.record(accepted: number > numbers.lowerBound ? accepted(number - 1) : nil, coming: letter(number))
        }
        if closing { try journal.record(accepted: accepted(numbers.upperBound), coming: nil) }
        return generation
    }

    @Test func aNewJournalHasNothingToSay() throws {
        #expect(try journal().leftovers(after: 5) == DotLeftovers(generation: 5))
    }

    @Test func whatWasWrittenIsReadAndTheLastWithoutVerdictIsInDoubt() throws {
        let journal = try journal()
        journal.begin(after: 0)
        let generation = try write(1...3, to: journal, closing: false)
        let found = try self.journal().leftovers(after: 0)
        #expect(found.generation == generation)
        #expect(found.accepted == [accepted(1), accepted(2)])
        #expect(found.inDoubt == [letter(3)])
    }

    @Test func aClosedGenerationLeavesNoDoubt() throws {
        let journal = try journal()
        journal.begin(after: 0)
        _ = try write(1...3, to: journal, closing: true)
        #expect(try journal.leftovers(after: 0).inDoubt.isEmpty)
        #expect(try journal.leftovers(after: 0).accepted.count == 3)
    }

    @Test func aGenerationStandsWhileTheNextIsWrittenAndIsPassedOverOnceSettled() throws {
        let journal = try journal()
        journal.begin(after: 0)
        let first = try write(1...Int64(DotJournal.capacity), to: journal, closing: true)
        let second = try write(101...102, to: journal, closing: false)
        let both = try journal.leftovers(after: 0)
        #expect(both.generation == second && both.accepted.count == DotJournal.capacity + 1)
        #expect(both.inDoubt == [letter(102)])
        let last = try journal.leftovers(after: first)
        #expect(last.accepted == [accepted(101)] && last.inDoubt == [letter(102)])
        #expect(try journal.leftovers(after: second) == DotLeftovers(generation: second))
    }

    @Test func anOlderGenerationUnderneathIsNotTakenForTheRestOfANewOne() throws {
        let journal = try journal()
        journal.begin(after: 0)
        _ = try write(1...20, to: journal, closing: true)
        _ = try write(21...22, to: journal, closing: true)
        let third = try write(31...32, to: journal, closing: false)
        let found = try journal.leftovers(after: third - 1)
        #expect(found.accepted == [accepted(31)] && found.inDoubt == [letter(32)])
    }

    @Test func aRecordHalfWrittenIsAsIfItWereNot() throws {
        let journal = try journal()
        journal.begin(after: 0)
        _ = try write(1...3, to: journal, closing: false)
        let path = folder.path + "/dots"
        let whole = try Data(contentsOf: URL(filePath: path))
        let start = try #require(whole.range(of: Data("ChanDot1".utf8), options: .backwards)?.lowerBound)
        for cut in [start, start + 20, start + 100, start + 150] {
            var torn = whole
            torn[cut] ^= 1
            try torn.write(to: URL(filePath: path))
            let found = try self.journal().leftovers(after: 0)
            #expect(found.accepted == [accepted(1)] && found.inDoubt == [letter(2)], "octet \(cut - start)")
        }
    }

    @Test func aReplyOfAnyLengthFitsAndKeepsItsBeginning() throws {
        let journal = try journal()
        journal.begin(after: 0)
        _ = journal.turnPage()
        let words = String(repeating: "і", count: 5_000)
        try journal.record(accepted: accepted(1, words), coming: letter(2))
        let found = try #require(try journal.leftovers(after: 0).accepted.first)
        #expect(found.reply.text == String(repeating: "і", count: DotRecord.maximumText / 2))
        #expect(found.letter == letter(1))
    }

    @Test func aJournalThatWasNotBegunSaysSo() throws {
        let journal = try journal()
        #expect(!journal.isBegun)
        journal.begin(after: 3)
        #expect(journal.isBegun && journal.turnPage() == 4)
        _ = try journal.leftovers(after: 3)
        #expect(!journal.isBegun)
    }
}
