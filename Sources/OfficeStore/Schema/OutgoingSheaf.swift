// SPDX-License-Identifier: Apache-2.0

extension Migration {
    /// Outgoing letters lie many in one file of the vault: its digest and the letter's range in it. Without them the letter is a file
    /// of its own under `outbox.digest`.
    static let outgoingSheaf = Migration(
        number: 2,
        text: """
            ALTER TABLE outbox ADD COLUMN sheaf {octets} CHECK (length(sheaf) = 32);
            ALTER TABLE outbox ADD COLUMN sheaf_start {integer};
            ALTER TABLE outbox ADD COLUMN sheaf_end {integer};
            """)
}
