// SPDX-License-Identifier: Apache-2.0
import MailTransport

extension Vault {
    /// From so many files on, one sync of the file system is cheaper than one for each file and folder. Below, other people's
    /// unwritten octets on the same file system are left out of it.
    static let filesForWholeSync = 12

    /// Gives deposits their names. Everything in them is durable when this returns.
    ///
    /// Octets that are there already, or twice in `deposits`, are kept once. May be repeated after a transient error.
    /// - Throws: ``VaultError``; after one with `isFatal` the process must end. What the step hook throws.
    package func commit(_ deposits: [SealedDeposit]) throws {
        guard !deposits.isEmpty else { return }
        let isLarge = deposits.count >= Self.filesForWholeSync
        var waiting: [(deposit: SealedDeposit, place: String)] = []
        waiting.reserveCapacity(deposits.count)
        var folders: Set<Substring> = []
        for deposit in deposits {
            let place = VaultFolder.place(of: deposit.digest)
            // A name already there may be another process's, not yet durable: its folder is synced as well.
            folders.insert(place.prefix(2))
            if folder.size(of: place) == deposit.size {
                folder.removeTemporary(deposit.name)
            } else {
                waiting.append((deposit, place))
            }
        }
        try syncOctets(waiting.map(\.deposit), atOnce: isLarge)
        try beforeDurableStep?("vault.rename")
        for (deposit, place) in waiting { try folder.install(deposit.name, at: place) }
        try beforeDurableStep?("vault.sync-names")
        if isLarge {
            try folder.syncEverything()
        } else {
            for name in folders { try folder.syncFolder(String(name)) }
        }
    }

    /// Throws sealed deposits away.
    package func discard(_ deposits: [SealedDeposit]) {
        for deposit in deposits { folder.removeTemporary(deposit.name) }
    }

    private func syncOctets(_ deposits: [SealedDeposit], atOnce: Bool) throws {
        guard !deposits.isEmpty else { return }
        try beforeDurableStep?("vault.sync-octets")
        if atOnce {
            try folder.syncEverything()
        } else {
            for deposit in deposits { try folder.syncTemporary(deposit.name) }
        }
    }
}
