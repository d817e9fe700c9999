// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
package import Office
package import OfficeCalendar
import Storage

extension OfficeStore {
    /// Records what a token lets whom decide. Done before the letter that carries it leaves.
    package func grant(_ grant: TokenGrant, sentOn day: CivilDate) async throws {
        try await write("store.grant") { sql in try TokenDesk(sql: sql).insert(grant, sentOn: day) }
    }

    /// What a token lets whom decide; nil for a token that is none of ours.
    package func grant(_ digest: TokenDigest) async throws -> TokenGrant? {
        try await storage.read { sql in try TokenDesk(sql: sql).grant(digest) }
    }
}
