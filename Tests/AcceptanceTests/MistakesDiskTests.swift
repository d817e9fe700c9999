// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing
import TestServers

/// A disk that is full at whatever moment.
@Suite(.serialized, .enabled(if: TrialRun.obstacle == nil, "the built program and python3 are needed"))
struct MistakesDiskTests {
    @Test(
        "A disk that fills up at any moment of a pass loses nothing: a clear sentence, exit 75, and all letters once there is room",
        .enabled(if: SmallDisk.obstacle == nil, "only root may mount a small disk"),
        arguments: [0, 64, 200, 600, 1_100, 1_500, 2_200, 3_000, 4_500, 7_000])
    func full(kibibytesFree: Int) throws {
        let disk = try SmallDisk(mebibytes: 24)
        let office = try TrialOffice(state: "\(disk.path)/state", minimumFreeSpace: "0 MiB")
        #expect(try office.pass().status == 0)
        try Self.deliverMixture(to: office)
        try disk.fill(leaving: kibibytesFree << 10)
        let stopped = try office.pass()
        #expect(stopped.status == 75, "\(stopped)")
        #expect(stopped.errors.contains("space") && !stopped.errors.contains("Fatal"), "\(stopped.errors)")
        try disk.empty()
        var last = try office.pass()
        #expect(last.status == 0, "\(last)")
        for row in try office.outgoing() where row.state == "queued" {
            try office.run("queue", "retry", "\(row.id)", "--as", "bondar")
        }
        last = try office.pass()
        let cards = try office.cards()
        #expect(cards.map(\.registrationIndex) == (1...12).map { "\($0)/01-10" }, "\(last)")
        #expect(Set(cards.map(\.letter)).count == 12)
        let whole = try office.run("reconcile", "--thorough")
        #expect(whole.status == 0, "\(whole)")
        #expect(try office.outgoing().allSatisfy { $0.state == "sent" && $0.copiesInDoubt == 0 })
    }

    @Test(
        "With a full disk `deliver` leaves the letter with the MTA, and takes it once there is room",
        .enabled(if: SmallDisk.obstacle == nil, "only root may mount a small disk"), arguments: [0, 400])
    func deliver(kibibytesFree: Int) throws {
        let disk = try SmallDisk(mebibytes: 4)
        let office = try TrialOffice(state: "\(disk.path)/state", minimumFreeSpace: "0 MiB")
        #expect(try office.pass().status == 0)
        let letter = "\(office.folder.path)/letter"
        try Data(TrialOffice.letter(size: 500_000)).write(to: URL(fileURLWithPath: letter))
        try disk.fill(leaving: kibibytesFree << 10)
        let kept = try office.run("deliver", input: letter)
        #expect(kept.status == 75 && kept.errors.contains("pace"), "\(kept)")
        try disk.empty()
        #expect(try office.run("deliver", input: letter).status == 0)
        #expect(try office.pass().output.contains("delivered: 1 letter filed: 1 card"))
    }

    @Test("Below the space to be kept free no letter is taken, in words; `status` and `doctor` still work")
    func nearlyFull() throws {
        let office = try TrialOffice(minimumFreeSpace: "1023 GiB")
        try office.deliver(TrialOffice.letter())
        let stopped = try office.pass()
        #expect(stopped.status == 75 && stopped.errors.contains("MiB are free"), "\(stopped)")
        #expect(try office.run("doctor").output.contains("FIX  disk"))
        #expect(try office.run("status").status == 0)
        #expect(try office.cards().isEmpty)
    }

    @Test(
        "The daemon survives a full disk and goes on by itself",
        .enabled(if: SmallDisk.obstacle == nil, "only root may mount a small disk"), arguments: [0, 1_500])
    func daemon(kibibytesFree: Int) throws {
        let disk = try SmallDisk(mebibytes: 24)
        let office = try TrialOffice(
            state: "\(disk.path)/state", minimumFreeSpace: "0 MiB", extra: "intake: {pollInterval: 1 s, fullSearchEvery: 10 s}")
        let log = "\(office.folder.path)/log"
        let daemon = try Program.start(["run", "--config", office.configuration], log: log)
        try MistakesServerTests.wait(for: "chancery is at work", in: log)
        try office.deliver(TrialOffice.letter(id: "first@lyst.example"))
        try MistakesServerTests.wait(for: "letter sent", in: log)
        try disk.fill(leaving: kibibytesFree << 10)
        try Self.deliverMixture(to: office)
        try MistakesServerTests.wait(for: "mailbox pass put off", in: log)
        try disk.empty()
        let end = ContinuousClock.now + .seconds(20)
        while try office.cards().count < 13, ContinuousClock.now < end { usleep(50_000) }
        daemon.terminate()
        #expect(daemon.waitUntilExit() == 0, "\(Program.text(of: log).suffix(3_000))")
        #expect(try office.cards().map(\.registrationIndex) == (1...13).map { "\($0)/01-10" })
        #expect(try office.run("reconcile", "--thorough").status == 0)
    }

    /// Twelve letters of 6.5 MB together: small ones before, between and behind large ones.
    private static func deliverMixture(to office: TrialOffice) throws {
        for number in 1...12 {
            let size = number % 3 == 0 ? 1_600_000 : 3_000
            try office.deliver(
                TrialOffice.letter(
                    from: "<p\(number)@lyst.example>", subject: "Лист \(number)", id: "n\(number)@lyst.example", size: size))
        }
    }
}

/// A file system of its own in memory, small enough to be filled.
final class SmallDisk {
    /// Why there can be none; `nil` when there can.
    static let obstacle: String? = {
        guard geteuid() == 0, ServerProcess.find("/usr/bin/mount", "/bin/mount") != nil else { return "not root" }
        return (try? SmallDisk(mebibytes: 1)) == nil ? "mount is not allowed" : nil
    }()

    let path: String
    private let folder: ServerFolder

    init(mebibytes: Int) throws {
        folder = try ServerFolder()
        path = try folder.folder("disk")
        try ServerProcess.run(
            ServerProcess.find("/usr/bin/mount", "/bin/mount") ?? "mount",
            ["-t", "tmpfs", "-o", "size=\(mebibytes)m", "chancery-test", path])
    }

    deinit { _ = try? ServerProcess.run(ServerProcess.find("/usr/bin/umount", "/bin/umount") ?? "umount", ["-l", path]) }

    /// Writes a file that leaves so many octets free, whatever else is written meanwhile.
    func fill(leaving octets: Int) throws {
        let file = open("\(path)/filler", O_WRONLY | O_CREAT, 0o600)
        defer { close(file) }
        let page = [UInt8](repeating: 0, count: 4_096)
        var facts = statvfs()
        while statvfs(path, &facts) == 0, Int(facts.f_bavail) * Int(facts.f_bsize) > octets {
            guard write(file, page, page.count) == page.count else { break }
        }
    }

    /// Takes that file away.
    func empty() throws { try FileManager.default.removeItem(atPath: "\(path)/filler") }
}
