// SPDX-License-Identifier: Apache-2.0
import Foundation

/// The sets of letters the reader is judged on.
enum LetterSets {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let folder = root.appending(path: "Tests/Fixtures/letters")

    /// The file `CHANCERY_LETTERS` names, alone; else every set of the fixtures and, where the domain's samples lie beside the
    /// package, these too.
    static var files: [URL] {
        if let path = ProcessInfo.processInfo.environment["CHANCERY_LETTERS"] { return [URL(filePath: path)] }
        let councils = ["council"] + (2...15).map { "council-\($0)" }
        let fixtures = (councils + ["unseen", "paraphrases"]).map { folder.appending(path: "\($0).json") }
        let samples = root.appending(path: "../shared/domain/letters.json")
        return (fixtures + [samples]).filter { FileManager.default.fileExists(atPath: $0.path) }
    }
}
