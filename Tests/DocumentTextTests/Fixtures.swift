// SPDX-License-Identifier: Apache-2.0
import DocumentText
import Foundation

/// Small real files; how each was made stands in `Tests/Fixtures/README.md`.
enum Fixtures {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent()
        .appending(path: "Fixtures/documents")

    static func octets(_ name: String) throws -> [UInt8] {
        try [UInt8](Data(contentsOf: folder.appending(path: name)))
    }

    static func read(
        _ name: String, limits: DocumentLimits = .standard, tools: ForeignTools = ForeignTools(),
        authorities: TrustedAuthorities? = nil
    ) throws -> [ReadDocument] {
        read(try octets(name), name: name, limits: limits, tools: tools, authorities: authorities)
    }

    static func read(
        _ octets: [UInt8], name: String, limits: DocumentLimits = .standard,
        tools: ForeignTools = ForeignTools(),
        authorities: TrustedAuthorities? = nil
    ) -> [ReadDocument] {
        DocumentReader(tools: tools, limits: limits, authorities: authorities)
            .read(FileOctets(octets), name: name, mediaType: "")
    }

    static var authorities: TrustedAuthorities? {
        TrustedAuthorities(path: folder.appending(path: "authority.pem").path)
    }
}

extension ReadDocument {
    var reason: UnreadReason? {
        if case .notRead(let reason) = outcome { return reason }
        return nil
    }
}
