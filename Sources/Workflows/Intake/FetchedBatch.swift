// SPDX-License-Identifier: Apache-2.0
import MailTransport
import Vault

/// A letter whose octets lie in a deposit of the vault, not yet durable.
struct FetchedLetter: Sendable {
    let announcement: MessageAnnouncement
    let deposit: SealedDeposit
}

/// Letters that are made durable, read and filed together: they share the syncs.
struct FetchedBatch: Sendable {
    let letters: [FetchedLetter]
}
