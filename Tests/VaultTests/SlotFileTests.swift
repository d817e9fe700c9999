// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing
import Vault

@Suite struct SlotFileTests {
    @Test func slotsAreKeptBetweenOpeningsAndTheFileNeverGrows() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/slots"
        let full = [UInt8](repeating: 7, count: SlotFile.slotOctets)
        do {
            let file = SlotFile(path: path, count: 3)
            #expect(try file.slots().allSatisfy { $0.allSatisfy { $0 == 0 } })
            try file.write([1, 2, 3], at: 1)
            try file.write(full, at: 2)
        }
        let slots = try SlotFile(path: path, count: 3).slots()
        #expect(slots.map(\.count) == [512, 512, 512])
        #expect(slots[1].prefix(4) == [1, 2, 3, 0])
        #expect(slots[2] == ArraySlice(full))
        let facts = try FileManager.default.attributesOfItem(atPath: path)
        #expect(facts[.size] as? Int == 3 * SlotFile.slotOctets)
        #expect(facts[.posixPermissions] as? Int == 0o600)
    }

    @Test func aShorterEarlierTextIsGoneWhenTheSlotIsWrittenAgain() throws {
        let folder = try TemporaryFolder()
        let file = SlotFile(path: folder.path + "/slots", count: 1)
        try file.write([9, 9, 9, 9], at: 0)
        try file.write([1], at: 0)
        #expect(try file.slots()[0].prefix(4) == [1, 0, 0, 0])
    }

    @Test func aFileHalfMadeIsMadeWhole() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/slots"
        try Data([UInt8](repeating: 5, count: 600)).write(to: URL(filePath: path))
        let slots = try SlotFile(path: path, count: 2).slots()
        #expect(slots[0].allSatisfy { $0 == 5 })
        #expect(slots[1].suffix(424).allSatisfy { $0 == 0 })
    }

    @Test func nothingIsWrittenWhenTheStepIsCut() throws {
        struct Cut: Error {}
        let folder = try TemporaryFolder()
        let path = folder.path + "/slots"
        try SlotFile(path: path, count: 1).write([4], at: 0)
        let cut = SlotFile(path: path, count: 1) { _ in throw Cut() }
        #expect(throws: Cut.self) { try cut.write([8], at: 0) }
        #expect(try SlotFile(path: path, count: 1).slots()[0].first == 4)
    }

    @Test func aFolderThatIsNotThereIsNamed() throws {
        let error = #expect(throws: VaultError.self) { try SlotFile(path: "/nonexistent/slots", count: 1).slots() }
        #expect(error?.path == "/nonexistent/slots")
    }
}
