// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestServers

/// Letters of `make_letters.py` of the bench folder, the same each time.
enum BenchLetters {
    /// Why there are none; `nil` when there are.
    static var obstacle: String? {
        guard script == nil else { return ServerLetters.obstacle }
        return "\(candidates.joined(separator: " and ")) not found"
    }

    private static let candidates: [String] = {
        let named = ProcessInfo.processInfo.environment["CHANCERY_BENCH"].map { [$0] } ?? []
        return (named + ["\(Program.root)/../shared/bench"]).map { "\($0)/make_letters.py" }
    }()
    private static let script = candidates.first { FileManager.default.fileExists(atPath: $0) }

    /// Makes letters.
    ///
    /// - Parameters:
    ///   - count: how many.
    ///   - hasFiles: a third of them with an attachment of 100 KiB or more.
    ///   - seed: another seed makes other letters.
    static func make(_ count: Int, hasFiles: Bool = false, seed: Int = 7) throws -> [[UInt8]] {
        guard let script, let python = ServerProcess.find("/usr/bin/python3", "/usr/local/bin/python3") else {
            throw ServerFailure("no bench letters")
        }
        let folder = try ServerFolder()
        let made = "\(folder.path)/letters"
        try ServerProcess.run(python, [script, made, "\(count)", "--seed", "\(seed)"] + (hasFiles ? [] : ["--small"]))
        return try FileManager.default.contentsOfDirectory(atPath: made).sorted().map {
            [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(made)/\($0)")))
        }
    }

    /// Makes letters, each from a sender of its own.
    static func makeFromMany(_ count: Int, seed: Int = 7) throws -> [[UInt8]] {
        try make(count, seed: seed).enumerated().map { place, letter in
            var octets = Data(letter)
            for field in ["Return-Path: ", "From: "] {
                guard let name = octets.range(of: Data(field.utf8)),
                    let open = octets.range(of: Data("<".utf8), in: name.upperBound..<octets.endIndex),
                    let close = octets.range(of: Data(">".utf8), in: open.upperBound..<octets.endIndex)
                else { throw ServerFailure("a bench letter without \(field)") }
                octets.replaceSubrange(open.upperBound..<close.lowerBound, with: Data(sender(place).utf8))
            }
            return [UInt8](octets)
        }
    }

    /// The sender of the letter at a place of ``makeFromMany(_:seed:)``.
    static func sender(_ place: Int) -> String { "sender\(place)@mail.example" }
}
