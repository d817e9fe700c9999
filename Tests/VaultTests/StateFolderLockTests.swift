// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing
import Vault

@Suite struct StateFolderLockTests {
    @Test func theSecondHolderIsToldWhoTheFirstIs() throws {
        let folder = try TemporaryFolder()
        let first = try StateFolderLock(directory: folder.path, holder: "chancery run")
        withExtendedLifetime(first) {
            let error = #expect(throws: VaultError.self) {
                _ = try StateFolderLock(directory: folder.path, holder: "chancery intake")
            }
            #expect(error?.code == .held)
            #expect(error?.reason == "held by process \(ProcessInfo.processInfo.processIdentifier), chancery run")
        }
    }

    @Test func theFolderIsFreeWhenItsHolderIsGone() throws {
        let folder = try TemporaryFolder()
        do { _ = try StateFolderLock(directory: folder.path, holder: "a longer name of a holder") }
        let second = try StateFolderLock(directory: folder.path, holder: "second")
        try withExtendedLifetime(second) {
            let text = try String(contentsOfFile: folder.path + "/" + StateFolderLock.fileName, encoding: .utf8)
            #expect(text == "process \(ProcessInfo.processInfo.processIdentifier), second\n")
        }
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/flock"), "needs flock of util-linux"))
    func aFolderHeldByAnotherProcessIsRefusedAndFreeAfterItsKill() throws {
        let folder = try TemporaryFolder()
        let holder = Process()
        holder.executableURL = URL(fileURLWithPath: "/usr/bin/flock")
        let ready = Pipe()
        holder.standardOutput = ready
        holder.arguments = ["--no-fork", folder.path + "/" + StateFolderLock.fileName, "sh", "-c", "echo ready; exec sleep 60"]
        try holder.run()
        _ = ready.fileHandleForReading.availableData
        #expect(throws: VaultError.self) { _ = try StateFolderLock(directory: folder.path, holder: "second") }
        kill(holder.processIdentifier, SIGKILL)
        holder.waitUntilExit()
        _ = try StateFolderLock(directory: folder.path, holder: "second")
    }
}
