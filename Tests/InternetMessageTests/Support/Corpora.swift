// SPDX-License-Identifier: Apache-2.0
import Foundation

/// The letters the parser is judged by beside its own fixtures; they lie outside the package.
enum Corpora {
    static let root: URL = {
        if let path = ProcessInfo.processInfo.environment["CHANCERY_CORPORA"] { return URL(fileURLWithPath: path) }
        return packageRoot.deletingLastPathComponent().appendingPathComponent("shared/corpora")
    }()

    /// The folder of `Package.swift`, symbolic links resolved.
    static let packageRoot: URL = {
        var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        while folder.lastPathComponent != "Tests", folder.path != "/" { folder.deleteLastPathComponent() }
        return folder.deletingLastPathComponent()
    }()

    static var isPresent: Bool { FileManager.default.fileExists(atPath: root.appendingPathComponent("README.md").path) }

    /// All files below `folder` whose name ends so, sorted by path.
    static func files(in folder: URL, withExtension name: String? = nil) -> [URL] {
        guard let list = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey]) else {
            return []
        }
        var found: [URL] = []
        for case let file as URL in list where name == nil || file.pathExtension == name {
            if (try? file.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile == true { found.append(file) }
        }
        return found.sorted { $0.path < $1.path }
    }

    static func octets(of file: URL) throws -> [UInt8] { [UInt8](try Data(contentsOf: file)) }
}

extension [UInt8] {
    /// As the expected JSON for LF was made: every CR is gone, also one alone.
    var withoutCarriageReturns: [UInt8] { filter { $0 != 13 } }

    /// CRLF becomes LF; CR alone stays.
    var withLineFeeds: [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(count)
        for (index, octet) in enumerated() {
            if octet == 13, index + 1 < count, self[index + 1] == 10 { continue }
            result.append(octet)
        }
        return result
    }

    /// Each LF, with or without CR before it, becomes CRLF.
    var withNetworkLineEnds: [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(count + count / 32)
        for octet in withLineFeeds {
            if octet == 10 { result.append(13) }
            result.append(octet)
        }
        return result
    }
}
