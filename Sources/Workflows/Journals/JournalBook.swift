// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import MailTransport
package import Office
package import OfficeCalendar
package import OfficeStore
import Vault

/// Registration journals: what stands in them, their daily closing, and the proof that nothing was changed afterwards.
package struct JournalBook: Sendable {
    /// What does not hold of a closed day.
    package struct Fault: Hashable, Sendable, CustomStringConvertible {
        package enum Kind: Hashable, Sendable {
            /// The file is not in the folder.
            case missingFile
            /// The file is not what was closed.
            case changedFile
            /// The closing does not follow from the one before.
            case brokenChain
            /// The register no longer gives that text.
            case changedRegister
        }

        package let journal: JournalCode
        package let day: CivilDate
        package let kind: Kind

        package var description: String {
            switch kind {
            case .missingFile: "journal \(journal), \(day): the closing file is missing; `chancery journal close` writes it again"
            case .changedFile: "journal \(journal), \(day): the closing file was changed since it was written"
            case .brokenChain:
                "journal \(journal), \(day): the closing does not follow from the one before: the register was changed"
            case .changedRegister: "journal \(journal), \(day): the register has other entries now than on the day of closing"
            }
        }
    }

    /// Why a day is not closed.
    package enum Refusal: Error, Hashable, Sendable, CustomStringConvertible {
        case dayNotOver(CivilDate)
        case unknownJournal(JournalCode)

        package var description: String {
            switch self {
            case .dayNotOver(let day): "\(day) is not over: numbers may still be given. Close it tomorrow."
            case .unknownJournal(let code): "There is no journal \(code). The journals are in journals.yaml."
            }
        }
    }

    private let store: OfficeStore
    private let journals: JournalList
    private let officeName: String
    private let clock: OfficeClock
    private let folder: ClosingFolder

    /// - Parameter directory: the folder `closings` of the state folder; made when missing.
    package init(store: OfficeStore, journals: JournalList, officeName: String, directory: String, clock: OfficeClock) {
        self.store = store
        self.journals = journals
        self.officeName = officeName
        self.clock = clock
        folder = ClosingFolder(path: directory)
    }

    /// The numbers of a journal given in a year, in order.
    package func entries(of code: JournalCode, year: Int) async throws -> [JournalEntry] {
        guard journals[code] != nil else { throw Refusal.unknownJournal(code) }
        guard let first = CivilDate(year: year, month: 1, day: 1), let last = CivilDate(year: year, month: 12, day: 31) else {
            return []
        }
        return try await store.entries(of: code, on: first...last)
    }

    /// Closes every day of a journal that has numbers and is over, in order, and writes files that are missing.
    /// - Parameter day: the last day to close; nil for yesterday.
    /// - Returns: the days closed now.
    package func close(_ code: JournalCode, through day: CivilDate? = nil, by actor: Actor) async throws -> [ClosedDay] {
        guard let journal = journals[code] else { throw Refusal.unknownJournal(code) }
        let yesterday = clock.today.adding(days: -1)
        if let day, day > yesterday { throw Refusal.dayNotOver(day) }
        let closed = try await store.closings(of: code)
        var fresh: [ClosedDay] = []
        for day in try await store.numberedDays(of: code, after: closed.last?.day, through: day ?? yesterday) {
            fresh.append(
                try await store.close(code, on: day, actor: actor, at: clock.now()) { [officeName, clock] entries, previous in
                    let text = ClosingText(
                        journal: journal, office: officeName, day: day, previous: previous, entries: entries,
                        timeZone: clock.timeZone
                    ).text
                    return (text, OctetHasher.digest(of: Array(text.utf8).span.bytes))
                })
        }
        for closing in closed + fresh { try folder.write(closing) }
        return fresh
    }

    /// Holds every closed day of a journal against its file, the chain and the register.
    package func verify(_ code: JournalCode) async throws -> (days: Int, faults: [Fault]) {
        guard let journal = journals[code] else { throw Refusal.unknownJournal(code) }
        var faults: [Fault] = []
        var previous = MessageDigest(0, 0, 0, 0)
        let closings = try await store.closings(of: code)
        for closing in closings {
            func found(_ kind: Fault.Kind) { faults.append(Fault(journal: code, day: closing.day, kind: kind)) }
            let digest = OctetHasher.digest(of: Array(closing.text.utf8).span.bytes)
            if closing.previous != previous || closing.digest != digest { found(.brokenChain) }
            previous = closing.digest
            switch try folder.octets(of: closing) {
            case nil: found(.missingFile)
            case let octets? where OctetHasher.digest(of: octets.span.bytes) != closing.digest: found(.changedFile)
            case _?: break
            }
            let entries = try await store.entries(of: code, on: closing.day...closing.day)
            let now = ClosingText(
                journal: Journal(
                    code: code, name: Self.name(in: closing.text) ?? journal.name, index: journal.index,
                    caseFile: journal.caseFile,
                    kindPrefixes: journal.kindPrefixes),
                office: Self.cell(1, ofLine: 1, in: closing.text) ?? officeName, day: closing.day, previous: closing.previous,
                entries: entries, timeZone: clock.timeZone)
            if now.text != closing.text { found(.changedRegister) }
        }
        return (closings.count, faults)
    }

    /// Names of the office and the journal may change; the closing keeps those of its day.
    private static func name(in text: String) -> String? { cell(2, ofLine: 2, in: text) }

    private static func cell(_ cell: Int, ofLine line: Int, in text: String) -> String? {
        let lines = text.split(separator: "\n", maxSplits: line + 1, omittingEmptySubsequences: false)
        guard line < lines.count else { return nil }
        let cells = lines[line].split(separator: "\t", maxSplits: cell, omittingEmptySubsequences: false)
        return cell < cells.count ? String(cells[cell]) : nil
    }
}
