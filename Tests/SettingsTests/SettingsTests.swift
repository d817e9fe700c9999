// SPDX-License-Identifier: Apache-2.0
import MailTransport
import Office
import OfficeCalendar
import Settings
import Testing

@Suite struct SettingsTests {
    @Test func aShortConfigurationHasItsDefaults() throws {
        let settings = try SettingsWorld().load()
        #expect(settings.state == "/var/lib/chancery")
        #expect(settings.office.language == .ukrainian)
        #expect(settings.acknowledge == .proven)
        #expect(settings.trust.authenticationResultsFrom.isEmpty)
        #expect(settings.mailboxes[0].afterFiling == .keep)
        #expect(settings.submission.hourlyLimit == 100)
        #expect(settings.intake.pollInterval == .seconds(60))
        #expect(settings.intake.fullSearchEvery == .seconds(300))
        #expect(settings.limits.automaticLettersPerHour == 100)
        #expect(settings.log.format == .auto)
        #expect(settings.desk.host == "127.0.0.1")
        #expect(settings.desk.port == 8080)
        #expect(settings.path == SettingsWorld.path)
    }

    @Test func peersAreReadWithPortProtectionAndSecret() throws {
        let settings = try SettingsWorld().load()
        let mailbox = settings.mailboxes[0]
        #expect(
            mailbox.location
                == .imap(ServerAddress(scheme: .imaps, host: "mail.city.example", port: 993, security: .tls), folder: "INBOX"))
        #expect(mailbox.authentication?.secret.secret.revealed == "пароль")
        #expect(mailbox.authentication?.secret.origin == .file("/etc/chancery/secret"))
        #expect(mailbox.authentication?.method == .password)
        #expect(
            settings.submission.location
                == .smtp(ServerAddress(scheme: .smtps, host: "mail.city.example", port: 465, security: .tls)))
        #expect(settings.submission.authentication?.secret.secret.revealed == "smtp-password")
    }

    struct Peer: Sendable, CustomTestStringConvertible {
        let url: String
        let extra: String
        let location: MailboxLocation
        var testDescription: String { url }

        init(_ url: String, _ extra: String = "", _ location: MailboxLocation) {
            self.url = url
            self.extra = extra
            self.location = location
        }
    }

    @Test(arguments: [
        Peer(
            "imap://mail.city.example", "",
            .imap(ServerAddress(scheme: .imap, host: "mail.city.example", port: 143, security: .startTLS), folder: "INBOX")),
        Peer(
            "imap://127.0.0.1:1143/Вхідні/Лист%20%25", "startTLS: never",
            .imap(ServerAddress(scheme: .imap, host: "127.0.0.1", port: 1143, security: .plain), folder: "Вхідні/Лист %")),
        Peer(
            "imaps://[::1]:1993/A", "", .imap(ServerAddress(scheme: .imaps, host: "::1", port: 1993, security: .tls), folder: "A")
        ),
        Peer(
            "imap://localhost", "startTLS: required",
            .imap(ServerAddress(scheme: .imap, host: "localhost", port: 143, security: .startTLS), folder: "INBOX")),
    ])
    func addressesOfServersAreRead(_ row: Peer) throws {
        let world = SettingsWorld.changing("url: imaps://mail.city.example/INBOX", "url: \"\(row.url)\"\n    \(row.extra)")
        #expect(try world.load().mailboxes[0].location == row.location)
    }

    @Test func maildirsNeedNoUserAndFollowTheFolderOfTheFile() throws {
        let config = SettingsWorld.config.replacing(
            "imaps://mail.city.example/INBOX\n    user: rada\n    password: {file: secret}", with: "maildir:in"
        )
        .replacing("smtps://mail.city.example\n  user: rada\n  password: {credential: smtp}", with: "maildir:/srv/out")
        let settings = try SettingsWorld(config: config).load()
        #expect(settings.mailboxes[0].location == .maildir("/etc/chancery/in"))
        #expect(settings.submission.location == .maildir("/srv/out"))
        #expect(settings.submission.authentication == nil)
    }

    @Test func aSecretIsNeverPrinted() throws {
        let settings = try SettingsWorld().load()
        var dumped = ""
        dump(settings, to: &dumped)
        let secret = try #require(settings.mailboxes[0].authentication?.secret.secret)
        for text in [
            dumped, settings.show(), "\(settings)", "\(secret)", String(reflecting: secret), String(describing: [secret]),
        ] {
            #expect(!text.contains("пароль") && !text.contains("smtp-password"))
        }
        #expect("\(secret)" == "secret")
    }

    @Test func aTokenIsReadAgain() throws {
        var world = SettingsWorld.changing("password: {file: secret}", "oauth2: {file: secret}")
        let authentication = try #require(try world.load().mailboxes[0].authentication)
        #expect(authentication.method == .oauth2)
        world.files["/etc/chancery/secret"] = "новий"
        #expect(try authentication.secret.current(from: world.source).revealed == "новий")
        world.files["/etc/chancery/secret"] = nil
        #expect(throws: ConfigProblem.self) { try authentication.secret.current(from: world.source) }
    }

    @Test func whatIsShownLoadsAgain() throws {
        let shown = try SettingsWorld().load().show()
        #expect(shown.contains("hourlyLimit: 100  # default"))
        #expect(shown.contains("password: {credential: smtp}"))
        let again = try SettingsWorld(config: shown).load()
        #expect(again.show().replacing("  # default", with: "") == shown.replacing("  # default", with: ""))
    }

    @Test func everyKeyIsDescribedOnce() {
        let paths = Settings.declarations().map { "\($0.file) \($0.path)" }
        #expect(Set(paths).count == paths.count)
        #expect(paths.contains("chancery.yaml mailboxes[].afterFiling"))
        #expect(paths.contains("staff.yaml routes[].when.kind"))
        #expect(paths.contains("journals.yaml journals[].index"))
        let text = Settings.describe(in: [.english])
        #expect(
            text.contains(
                "intake.idleRenewal  (duration, 10 s … 29 min; default: 28 min)\n    after how long IDLE is begun anew\n"))
        #expect(Settings.describe().contains("через який час поновлювати IDLE"))
    }

    @Test func theSystemsFilesAreReadWithTheirReasons() {
        let failure = #expect(throws: FileSource.Failure.self) { try FileSource.system.contents("/nonexistent/file") }
        #expect(failure?.reason == "No such file or directory")
        #expect(failure?.isMissing == true)
        #expect(throws: FileSource.Failure(reason: "it is not a regular file", isMissing: false)) {
            try FileSource.system.contents("/dev/zero")
        }
    }
}
