// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing
import Vault

/// What cannot be written is said, with the path.
@Suite struct VaultFailureTests {
    @Test func aFolderThatIsNoFolderIsToldWithThePath() throws {
        let folder = try TemporaryFolder()
        try Data().write(to: URL(fileURLWithPath: folder.path + "/vault"))
        let error = #expect(throws: VaultError.self) { _ = try Vault(directory: folder.path + "/vault") }
        #expect(error?.path == folder.path + "/vault")
        #expect(error?.description.contains("open folder") == true)
    }

    @Test func aTemporaryFolderThatVanishedFailsTheDepositAndNothingElse() throws {
        let folder = try TemporaryFolder()
        let vault = try Vault(directory: folder.path + "/vault")
        try FileManager.default.removeItem(atPath: folder.path + "/vault/tmp")
        let deposit = try vault.deposit()
        try deposit.append([1, 2].span.bytes)
        #expect(throws: VaultError.self) { _ = try deposit.seal() }
        deposit.abandon()
    }
}
