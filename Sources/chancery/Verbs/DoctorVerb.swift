// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CurlMail
import DocumentText
import FoundationEssentials
import MailTransport
import Office
import OfficeCalendar
import OfficeStore
import Settings
import Storage
import Vault
import Workflows

/// `chancery doctor`.
struct DoctorVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Try everything: configuration, disk, clock, register, each mail server. Changes nothing in them.",
        discussion: "Exit status 69 when something needs a person.")

    /// Days before its end at which a server's certificate needs a person.
    private static let certificateWarning = 14

    @OptionGroup var config: ConfigOption
    @OptionGroup var output: JSONOption

    /// One thing that was tried.
    private struct Finding: Encodable {
        let what: String
        let isWell: Bool
        let words: String
    }

    func run() async throws {
        let settings = try config.load()
        var findings = [Finding(what: "configuration", isWell: true, words: "\(config.config) is sound")]
        let house: House
        do {
            house = try await House(settings, logger: LoggerSetup.quiet())
        } catch {
            findings.append(Finding(what: "state folder", isWell: false, words: "\(error)"))
            return try tell(findings)
        }
        findings.append(try space(of: house))
        findings += try await register(of: house)
        findings.append(clock(of: house))
        for mailbox in settings.mailboxes { findings.append(await check(mailbox, settings)) }
        findings.append(await submission(of: settings))
        findings.append(try await breaker(of: house))
        findings.append(trust(of: settings))
        findings.append(calendar(of: house))
        findings += attachments(of: house)
        findings.append(
            Finding(
                what: "templates", isWell: true,
                words: settings.missingTemplates ?? "every text of \(NoticeKind.allCases.count) is there"))
        try tell(findings)
    }

    private func tell(_ findings: [Finding]) throws {
        if output.json {
            try JSONOutput.print(findings)
        } else {
            for finding in findings {
                StandardOutput.line("\(finding.isWell ? "ok  " : "FIX ") \(finding.what): \(finding.words)")
            }
        }
        if findings.contains(where: { !$0.isWell }) { throw ExitStatus.unavailable }
    }

    private func space(of house: House) throws -> Finding {
        let free = try house.vault.freeSpace()
        let needed = house.settings.limits.minimumFreeSpace
        return Finding(
            what: "disk", isWell: free >= needed,
            words: free >= needed
                ? "\(free >> 20) MiB free"
                : "\(free >> 20) MiB free, \(needed >> 20) MiB are needed: no letters are taken in. Free some space.")
    }

    private func register(of house: House) async throws -> [Finding] {
        let complaints = try await house.store.checkDatabase()
        let broken = try await house.store.verifyEvents()
        return [
            Finding(
                what: "register", isWell: complaints.isEmpty,
                words: complaints.isEmpty
                    ? "the database is sound (SQLite \(try SQLiteStorage.engineVersion()))" : complaints.joined(separator: "; ")),
            Finding(
                what: "event log", isWell: broken == nil,
                words: broken.map { "entry \($0) does not follow from the one before: the log has been changed" }
                    ?? "the chain is whole"),
        ]
    }

    /// The disk's clock against ours: a file made now must be of now.
    private func clock(of house: House) -> Finding {
        let path = house.settings.state + "/.clock"
        defer { try? FileManager.default.removeItem(atPath: path) }
        guard FileManager.default.createFile(atPath: path, contents: nil),
            let made = try? FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
        else {
            return Finding(
                what: "clock", isWell: false,
                words: "no file can be made in \(house.settings.state). Give the folder to this user.")
        }
        let apart = abs(made.timeIntervalSinceNow)
        let wall = house.clock.timeZone.wallTime(at: house.clock.now())
        return Finding(
            what: "clock", isWell: apart < 5,
            words: apart < 5
                ? "\(wall) in \(house.clock.timeZone.name)"
                : "the disk's clock is \(Int(apart)) s off ours: set the time on the machine that keeps the disk")
    }

    private func check(_ mailbox: MailboxSettings, _ settings: Settings) async -> Finding {
        do {
            let reader = try Peers.reader(of: mailbox, settings)
            let status = try await reader.open()
            let expiry = await (reader as? IMAPMailbox)?.facts()?.certificateExpiry
            await reader.close()
            let words = "\(status.messageCount) messages, UIDVALIDITY \(status.uidValidity)"
            guard let expiry else { return Finding(what: "mailbox \(mailbox.name)", isWell: true, words: words) }
            let days = Int(expiry.timeIntervalSinceNow / 86400)
            return Finding(
                what: "mailbox \(mailbox.name)", isWell: days > Self.certificateWarning,
                words: "\(words); the server's certificate is good for \(days) days"
                    + (days > Self.certificateWarning ? "" : ": have it renewed, after that no letter can be taken in"))
        } catch {
            return Finding(what: "mailbox \(mailbox.name)", isWell: false, words: "\(error)")
        }
    }

    private func submission(of settings: Settings) async -> Finding {
        do {
            let submitter = try Peers.submitter(of: settings)
            try await submitter.probe()
            await submitter.close()
            return Finding(what: "submission", isWell: true, words: "the server takes letters from us")
        } catch {
            return Finding(what: "submission", isWell: false, words: "\(error)")
        }
    }

    private func breaker(of house: House) async throws -> Finding {
        let held = try await house.breaker.heldBack()
        return Finding(
            what: "outbox", isWell: held == 0,
            words: held == 0 ? "no automatic letters are held back" : house.breaker.words(heldBack: held, in: .english))
    }

    /// Whether the kinds of the routes have terms that hold today.
    private func calendar(of house: House) -> Finding {
        let deadlines = house.readingRoom.deadlines
        let today = house.clock.today
        let kinds = house.settings.staff.routes.compactMap(\.kind?.rawValue)
        let unknown = kinds.filter { deadlines.kinds.terms(of: $0, on: today) == nil }
        let next = deadlines.calendar.nextWorkingDay(onOrAfter: today)
        return Finding(
            what: "calendar", isWell: unknown.isEmpty,
            words: unknown.isEmpty
                ? "\(deadlines.kinds.codes.count) kinds of documents; the next working day is \(next)"
                : "kinds.yaml has no terms that hold today for \(unknown.joined(separator: ", ")): add them, or correct the routes"
        )
    }

    /// The programs attachments are read with, and how well they are fenced in.
    private func attachments(of house: House) -> [Finding] {
        let missing = house.readingRoom.tools.inventory().filter { entry in
            entry.path == nil && (!entry.tool.isForScans || house.settings.reading.recognisesScans)
        }
        let fences = ForeignTools.confinement()
        let fence =
            switch (fences.callsFiltered, fences.filesFenced) {
            case (true, true): "programs that read attachments see their file alone and no network"
            case (true, false):
                "programs that read attachments have no network; this kernel or unit does not hide other files (Landlock)"
            case (false, _): "programs that read attachments cannot be kept from the network (seccomp): allow it in the unit"
            }
        return [
            Finding(
                what: "attachments", isWell: missing.isEmpty,
                words: missing.isEmpty
                    ? "every program that reads attachments is here"
                    : missing.map {
                        "\($0.tool.rawValue) is missing (apt-get install \($0.tool.package)): \($0.tool.purpose)"
                    }
                    .joined(separator: "; ")),
            Finding(what: "fence", isWell: fences.callsFiltered, words: fence),
        ]
    }

    private func trust(of settings: Settings) -> Finding {
        let servers = settings.trust.authenticationResultsFrom
        return Finding(
            what: "trust", isWell: true,
            words: servers.isEmpty
                ? "no server is named in trust.authenticationResultsFrom: no sender is proven, and with acknowledge: proven nobody is answered by itself"
                : "Authentication-Results of \(servers.joined(separator: ", ")) are believed: make sure that server removes fields of that name from outside"
        )
    }
}
