// SPDX-License-Identifier: Apache-2.0
import Foundation

/// The verdicts on a set of letters, by field.
struct QualityTable: CustomStringConvertible {
    /// What a set must reach.
    static let coreBound = 0.95
    static let fieldBound = 0.90

    let judgements: [Judgement]
    let letterCount: Int

    init(_ letters: [JudgedLetter], read: (JudgedLetter) -> CardReading) {
        letterCount = letters.count
        judgements = letters.flatMap { LetterJudge(letter: $0, found: read($0)).judgements }
    }

    func count(_ field: Judgement.Field, _ verdict: Verdict) -> Int {
        judgements.count { $0.field == field && $0.verdict == verdict }
    }

    /// Right readings of a field among those that say something; 1 when none does.
    func share(_ field: Judgement.Field) -> Double {
        let all = judgements.count { $0.field == field }
        return all == 0 ? 1 : Double(count(field, .right)) / Double(all)
    }

    /// Letters with every core field right.
    var coreShare: Double {
        let spoiled = Set(judgements.filter { Judgement.Field.core.contains($0.field) && $0.verdict != .right }.map(\.letter))
        return letterCount == 0 ? 1 : Double(letterCount - spoiled.count) / Double(letterCount)
    }

    var differences: [Judgement] { judgements.filter { $0.verdict != .right } }

    /// What is below its bound: `core`, a field, `… invented`; with the figure in words.
    var shortcomings: [String: String] {
        var short: [String: String] = [:]
        if coreShare < Self.coreBound { short["core"] = "core fields all right in \(Self.percent(coreShare)) of letters" }
        for field in Judgement.Field.allCases {
            if !Judgement.Field.core.contains(field), share(field) < Self.fieldBound {
                short[field.rawValue] = "\(field.rawValue) right in \(Self.percent(share(field)))"
            }
            let invented = count(field, .invented)
            if invented > 0 { short["\(field.rawValue) invented"] = "\(field.rawValue) invented \(invented) times" }
        }
        return short
    }

    var description: String {
        let head = "\(letterCount) letters; core fields all right in \(Self.percent(coreShare))"
        let lines = differences.map {
            "\($0.letter) \($0.field.rawValue) \($0.verdict.rawValue): «\($0.expected)», read «\($0.found)»"
        }
        return ([head] + fields + lines).joined(separator: "\n")
    }

    private var fields: [String] {
        var lines = [Self.row("field", Verdict.allCases.map(\.rawValue), "right")]
        for field in Judgement.Field.allCases {
            lines.append(Self.row(field.rawValue, Verdict.allCases.map { String(count(field, $0)) }, Self.percent(share(field))))
        }
        return lines
    }

    /// Prints the table and leaves it, with every difference, in the temporary folder: output of tests that run at once mixes.
    func report(as name: String) throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "chancery-quality-\(name).txt")
        try Data("\(self)\n".utf8).write(to: file, options: .atomic)
        print("\(name): \(description.prefix { $0 != "\n" }); the table is in \(file.path)\n\(fields.joined(separator: "\n"))")
    }

    private static func row(_ name: String, _ counts: [String], _ share: String) -> String {
        name.padding(toLength: 22, withPad: " ", startingAt: 0)
            + counts.map { String(repeating: " ", count: max(0, 9 - $0.count)) + $0 }.joined()
            + String(repeating: " ", count: max(0, 9 - share.count)) + share
    }

    private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded(.down))) %" }
}
