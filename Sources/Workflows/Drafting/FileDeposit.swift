// SPDX-License-Identifier: Apache-2.0
import InternetMessage
package import OfficeStore
package import Vault

/// Puts files of drafts into the vault, all of them durable before the first is named anywhere.
package struct FileDeposit: Sendable {
    /// Octets of one file: more than a mailbox takes, less than memory.
    package static let maximumOctets = 64 << 20

    /// Why a file was not taken.
    package enum Refusal: Error, Hashable, Sendable, CustomStringConvertible {
        case empty(String)
        case tooLarge(String)

        package var description: String {
            switch self {
            case .empty(let name): "The file \(name) is empty. Attach the file that was meant."
            case .tooLarge(let name):
                "The file \(name) is larger than \(FileDeposit.maximumOctets >> 20) MB. Send it by another way and name it in the letter."
            }
        }
    }

    private let vault: Vault
    private let work = BlockingWork(label: "chancery.drafts")

    package init(vault: Vault) { self.vault = vault }

    /// - Returns: one for each file, in order.
    package func deposit(_ files: [(name: String, octets: [UInt8])]) async throws -> [NewDraftFile] {
        for (name, octets) in files {
            guard !octets.isEmpty else { throw Refusal.empty(name) }
            guard octets.count <= Self.maximumOctets else { throw Refusal.tooLarge(name) }
        }
        return try await work.run { [vault] in
            let sealed = try files.map { file in
                let deposit = try vault.deposit()
                try deposit.append(file.octets.span.bytes)
                return try deposit.seal()
            }
            try vault.commit(sealed)
            return zip(files, sealed).map { file, sealed in
                NewDraftFile(
                    name: FileName.forDisplay(file.name) ?? "file", mediaType: Self.mediaType(file.octets), digest: sealed.digest,
                    size: sealed.size)
            }
        }
    }

    private static func mediaType(_ octets: [UInt8]) -> String {
        let head = octets.prefix(MediaTypeSniffer.maximumOctets)
        return MediaTypeSniffer.mediaType(of: Array(head).span) ?? "application/octet-stream"
    }
}
