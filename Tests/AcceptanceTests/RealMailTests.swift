// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestServers
import Testing

/// Letters made into real mails, in several charsets and containers, and read by the built program (`Tests/Quality/score`): what holds
/// for a letter's text must hold for its mail.
@Suite(.serialized, .enabled(if: TrialRun.obstacle == nil, "the built program and python3 are needed"))
struct RealMailTests {
    /// Sets whose core fields are right in 95 % of their letters; those of a seed are rewritten first, in other charsets and containers.
    static let sets: [(name: String, seed: Int?)] = [
        ("council", nil), ("council", 1), ("council-10", nil), ("council-10", 2), ("paraphrases", nil), ("paraphrases", 3),
        ("council-15", nil), ("unseen", nil),
    ]

    @Test(arguments: sets)
    func coreFieldsOfMailsAreRight(name: String, seed: Int?) throws {
        let rewriting = seed.map { ["--rewrite", "\($0)"] } ?? []
        let table = try score("\(Program.root)/Tests/Fixtures/letters/\(name).json", rewriting + ["--core"])
        #expect(table.contains("core fields all right in"))
    }

    @Test(.enabled(if: SampleFile.isPresent, "the samples of ../shared/domain are not here"))
    func everyFieldOfTheSamplesAsMailsReachesItsBound() throws {
        #expect(try score(SampleFile.path, []).contains("core fields all right in"))
    }

    /// The table; an error with it where the score is below its bound.
    private func score(_ set: String, _ options: [String]) throws -> String {
        let python = try #require(ServerProcess.find("/usr/bin/python3", "/usr/local/bin/python3"))
        let program = try #require(Program.path)
        return try ServerProcess.run(python, ["\(Program.root)/Tests/Quality/score", program, set] + options, atMost: 120)
    }
}

/// The forty-three samples of the domain report, where they lie beside the package.
private enum SampleFile {
    static let path = "\(Program.root)/../shared/domain/letters.json"
    static var isPresent: Bool { FileManager.default.fileExists(atPath: path) }
}
