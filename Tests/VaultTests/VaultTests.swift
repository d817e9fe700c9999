// SPDX-License-Identifier: Apache-2.0
import Foundation
import MailTransport
import Synchronization
import Testing
import Vault

private struct InjectedFault: Error {}

private func store(_ octets: [UInt8], in vault: Vault) throws -> SealedDeposit {
    let deposit = try vault.deposit()
    try deposit.append(octets.span.bytes)
    return try deposit.seal()
}

private func names(under path: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: path).filter { $0.utf8.count > 6 }.sorted()
}

@Suite struct VaultTests {
    private struct Size {
        let name: String
        let octets: Int
        let stretch: Int
    }

    private static let sizes = [
        Size(name: "empty", octets: 0, stretch: 1),
        Size(name: "one octet", octets: 1, stretch: 1),
        Size(name: "just buffered", octets: VaultDeposit.maximumBufferedOctets, stretch: 1_000),
        Size(name: "just too large for the buffer", octets: VaultDeposit.maximumBufferedOctets + 1, stretch: 1_000),
        Size(name: "one large stretch", octets: 3_000_000, stretch: 3_000_000),
        Size(name: "twenty megabytes in pieces", octets: 20_000_000, stretch: 70_001),
    ]

    @Test func whatIsCommittedComesBackUnderItsDigest() throws {
        let folder = try TemporaryFolder()
        let vault = try Vault(directory: folder.path + "/vault")
        for size in Self.sizes {
            let octets = (0..<size.octets).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
            let deposit = try vault.deposit()
            for start in stride(from: 0, to: octets.count, by: size.stretch) {
                try deposit.append(octets[start..<min(start + size.stretch, octets.count)].span.bytes)
            }
            #expect(deposit.size == size.octets, "\(size.name)")
            let sealed = try deposit.seal()
            #expect(sealed.digest == OctetHasher.digest(of: octets.span.bytes), "\(size.name)")
            #expect(!vault.contains(sealed.digest), "\(size.name)")
            try vault.commit([sealed])
            #expect(vault.size(of: sealed.digest) == size.octets, "\(size.name)")
            #expect(try vault.octets(of: sealed.digest) == octets, "\(size.name)")
            #expect(try vault.verify(sealed.digest), "\(size.name)")
        }
    }

    @Test func theDigestOfNothingIsThePublishedOne() {
        let digest = OctetHasher().finalize()
        #expect(digest.hex == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        #expect(MessageDigest(hex: digest.hex) == digest)
        #expect(MessageDigest(bytes: digest.bytes) == digest)
        #expect(MessageDigest(hex: digest.hex.uppercased()) == digest)
        #expect(MessageDigest(hex: digest.hex.dropLast()) == nil)
        #expect(MessageDigest(hex: digest.hex + "0") == nil)
        #expect(MessageDigest(bytes: digest.bytes.dropLast()) == nil)
        #expect(MessageDigest(bytes: digest.bytes + [0]) == nil)
    }

    @Test func theSameOctetsAreKeptOnceInOneCommitAndInTwo() throws {
        let folder = try TemporaryFolder()
        let vault = try Vault(directory: folder.path + "/vault")
        let twice = [try store([1, 2, 3], in: vault), try store([1, 2, 3], in: vault)]
        try vault.commit(twice)
        try vault.commit([try store([1, 2, 3], in: vault)])
        try vault.commit(twice)
        var found: [MessageDigest] = []
        try vault.forEachDigest { found.append($0) }
        #expect(found == [twice[0].digest])
        #expect(try names(under: folder.path + "/vault").count == 1)
    }

    @Test func aLargeCommitKeepsEveryLetterAndListsThemInOrder() throws {
        let folder = try TemporaryFolder()
        let vault = try Vault(directory: folder.path + "/vault")
        let sealed = try (0..<100).map { try store(Array("letter \($0)".utf8), in: vault) }
        try vault.commit(sealed)
        var found: [MessageDigest] = []
        try vault.forEachDigest { found.append($0) }
        #expect(found == sealed.map(\.digest).sorted())
        #expect(try vault.freeSpace() > 0)
    }

    @Test func abandonedAndDiscardedDepositsLeaveNothing() throws {
        let folder = try TemporaryFolder()
        let vault = try Vault(directory: folder.path + "/vault")
        let small = try vault.deposit()
        try small.append([1].span.bytes)
        small.abandon()
        let large = try vault.deposit()
        try large.append([UInt8](repeating: 7, count: 1_000_000).span.bytes)
        large.abandon()
        vault.discard([try store([9], in: vault)])
        #expect(try names(under: folder.path + "/vault").isEmpty)
    }

    @Test func aVaultSweepsWhatADeadProcessLeftButNotWhatALivingOneWrites() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/vault"
        let first = try Vault(directory: path)
        let sealed = try store([4, 5, 6], in: first)
        let second = try Vault(directory: path)
        try first.commit([sealed])
        #expect(second.contains(sealed.digest))
        try withExtendedLifetime(first) {
            try Data("half".utf8).write(to: URL(fileURLWithPath: path + "/tmp/left-over"))
            _ = try Vault(directory: path)
            #expect(FileManager.default.fileExists(atPath: path + "/tmp/left-over"))
        }
    }

    @Test func leftoversGoWhenNobodyElseUsesTheVault() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/vault"
        do { _ = try Vault(directory: path) }
        try Data("half".utf8).write(to: URL(fileURLWithPath: path + "/tmp/left-over"))
        let vault = try Vault(directory: path)
        #expect(!FileManager.default.fileExists(atPath: path + "/tmp/left-over"))
        #expect(vault.directory == path)
    }

    @Test(arguments: [1, 40]) func aCommitCutBeforeAnyStepEndsTheSameWhenRepeated(count: Int) throws {
        for cut in 1...3 {
            let folder = try TemporaryFolder()
            let steps = Mutex(0)
            let isArmed = Mutex(true)
            let vault = try Vault(directory: folder.path + "/vault") { _ in
                let step = steps.withLock { number in
                    number += 1
                    return number
                }
                if step == cut, isArmed.withLock({ $0 }) { throw InjectedFault() }
            }
            let sealed = try (0..<count).map { try store(Array("letter \($0)".utf8), in: vault) }
            #expect(throws: InjectedFault.self, "step \(cut)") { try vault.commit(sealed) }
            isArmed.withLock { $0 = false }
            try vault.commit(sealed)
            for deposit in sealed { #expect(try vault.verify(deposit.digest)) }
            #expect(try names(under: folder.path + "/vault").count == count, "step \(cut)")
        }
    }

    @Test func aDamagedLetterIsTold() throws {
        let folder = try TemporaryFolder()
        let vault = try Vault(directory: folder.path + "/vault")
        let sealed = try store(Array("genuine".utf8), in: vault)
        try vault.commit([sealed])
        let place = folder.path + "/vault/" + sealed.digest.hex.prefix(2) + "/" + sealed.digest.hex.dropFirst(2)
        try Data("falsify".utf8).write(to: URL(fileURLWithPath: String(place)))
        #expect(try !vault.verify(sealed.digest))
    }

    @Test func aMissingLetterIsAnErrorThatSaysSo() throws {
        let folder = try TemporaryFolder()
        let vault = try Vault(directory: folder.path + "/vault")
        let error = #expect(throws: VaultError.self) { try vault.map(MessageDigest(1, 2, 3, 4)) }
        #expect(error?.code == .missing)
        #expect(error?.isFatal == false)
    }

    @Test(arguments: [0, 1, MappedOctets.largestRead, MappedOctets.largestRead + 1, 300_000])
    func aLetterReadOrMappedIsWholeAfterItsPagesWereReleased(count: Int) throws {
        let folder = try TemporaryFolder()
        let vault = try Vault(directory: folder.path + "/vault")
        let octets = (0..<count).map { UInt8(truncatingIfNeeded: $0 / 7) }
        let sealed = try store(octets, in: vault)
        try vault.commit([sealed])
        let mapped = try vault.map(sealed.digest)
        mapped.release(upTo: 200_001)
        mapped.release(upTo: -5)
        mapped.release(upTo: .max)
        let isSame = mapped.withSpan { span in
            span.count == octets.count && span.indices.allSatisfy { span[$0] == octets[$0] }
        }
        #expect(isSame)
    }

    @Test func foldersAndLettersAreForTheirOwnerOnly() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/vault"
        let vault = try Vault(directory: path)
        let sealed = try store([1], in: vault)
        try vault.commit([sealed])
        func mode(_ path: String) throws -> Int? {
            try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        }
        #expect(try mode(path) == 0o700)
        #expect(try mode(path + "/ab") == 0o700)
        let hex = sealed.digest.hex
        #expect(try mode(path + "/" + hex.prefix(2) + "/" + hex.dropFirst(2)) == 0o600)
    }
}
