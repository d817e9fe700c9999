// SPDX-License-Identifier: Apache-2.0
import Settings
import Office
import Testing

/// One mistake each, put into the good configuration.
@Suite struct MistakeTests {
    struct Mistake: Sendable, CustomTestStringConvertible {
        let name: String
        let old: String
        let new: String
        /// The problems found, in full, without the folder.
        let problems: [String]
        var testDescription: String { name }

        init(_ name: String, _ old: String, _ new: String, _ problems: String...) {
            self.name = name
            self.old = old
            self.new = new
            self.problems = problems
        }
    }

    @Test func theGoodConfigurationHasNone() {
        #expect(SettingsWorld().problems.isEmpty)
    }

    static let keys: [Mistake] = [
        Mistake(
            "a mistyped key", "  phone: \"480", "  phon: \"480",
            "chancery.yaml:4:3: office.phon: there is no such key; did you mean “phone”?"),
        Mistake(
            "an unknown group", "submission:", "colour: red\nsubmission:",
            "chancery.yaml:10:1: colour: there is no such key; these exist here: office, state, mailboxes, submission, trust, acknowledge, staff, journals, "
                + "templates, desk, intake, reading, log, limits"),
        Mistake(
            "a missing key", "  phone: \"480 00 00\"\n", "",
            "chancery.yaml:2:3: office: the key “phone” is missing; write telephone number in quotation marks"),
        Mistake(
            "a key without value", "name: Рада", "name:", "chancery.yaml:2:3: office: the key “name” is missing; write text"),
        Mistake(
            "a value instead of a group",
            "submission:\n  url: smtps://mail.city.example\n  user: rada\n  password: {credential: smtp}",
            "submission: smtps://x",
            "chancery.yaml:10:13: submission: a single value stands where a group of keys belongs; write “key: value” lines",
            "chancery.yaml:10:13: submission: the key “url” is missing; write smtps://HOST[:PORT] | smtp://HOST[:PORT] | maildir:PATH"
        ),
        Mistake(
            "a group instead of a list", "mailboxes:\n  - name: official", "mailboxes:\n    name: official",
            "chancery.yaml:6:5: mailboxes: a group of keys stands where a list belongs; begin each element with “- ”"),
        Mistake(
            "an empty list", "  - {code: incoming, name: Вхідні, index: \"{n}/{case}\", case: \"01-10\"}", "  []",
            "journals.yaml:2:3: journals: the list is empty; write at least one"),
        Mistake(
            "a doubled key", "  user: rada\n  password: {credential", "  user: rada\n  user: rada\n  password: {credential",
            "chancery.yaml:12:3: user: stands more than once in one group; leave one of them"),
        Mistake(
            "no YAML", "office:\n", "office: [\n",
            "chancery.yaml:3:10: not YAML: did not find expected ',' or ']'; check indentation (spaces, no tabs), colons and quotation marks near this line"
        ),
    ]

    static let values: [Mistake] = [
        Mistake(
            "an unknown language", "phone: \"480 00 00\"", "phone: \"480 00 00\"\n  language: ukr",
            "chancery.yaml:5:13: office.language: there is no “ukr” here; did you mean “uk”?"),
        Mistake(
            "an unknown time zone", "phone: \"480 00 00\"", "phone: \"480 00 00\"\n  timeZone: Europe/Kviv",
            "chancery.yaml:5:13: office.timeZone: the system does not know the time zone “Europe/Kviv”; write one like Europe/Kyiv, and install the package tzdata"
        ),
        Mistake(
            "a time zone that leaves its folder", "phone: \"480 00 00\"", "phone: \"480 00 00\"\n  timeZone: ../../etc/passwd",
            "chancery.yaml:5:13: office.timeZone: “../../etc/passwd” is no time zone; write one like Europe/Kyiv"),
        Mistake(
            "an address without domain", "address: rada@city.example", "address: rada@",
            "chancery.yaml:3:12: office.address: “rada@” does not fit; write e-mail address"),
        Mistake(
            "a registry code of 7 digits", "phone: \"480 00 00\"", "phone: \"480 00 00\"\n  registryCode: \"0000000\"",
            "chancery.yaml:5:17: office.registryCode: “0000000” does not fit; write 8 digits in quotation marks"),
        Mistake(
            "a duration without unit", "submission:", "intake: {pollInterval: 30}\nsubmission:",
            "chancery.yaml:10:24: intake.pollInterval: the unit is missing; write one of d, h, min, s, ms behind the number, like 5 min"
        ),
        Mistake(
            "a duration out of range", "submission:", "intake: {idleRenewal: 30 min}\nsubmission:",
            "chancery.yaml:10:23: intake.idleRenewal: 30 min is out of range; write 10 s … 29 min"),
        Mistake(
            "an unknown unit", "submission:", "limits: {minimumFreeSpace: 5 MB}\nsubmission:",
            "chancery.yaml:10:28: limits.minimumFreeSpace: there is no unit “MB”; write one of GiB, MiB, KiB, B, like 64 MiB"),
        Mistake(
            "a number out of range", "submission:\n", "submission:\n  hourlyLimit: 0\n",
            "chancery.yaml:11:16: submission.hourlyLimit: 0 is out of range; write letters an hour, 1 … 100000"),
        Mistake(
            "a misspelt level", "submission:", "log: {level: warn, format: jsn}\nsubmission:",
            "chancery.yaml:10:14: log.level: there is no “warn” here; it can be one of: debug, info, warning, error",
            "chancery.yaml:10:28: log.format: there is no “jsn” here; did you mean “json”?"),
        Mistake(
            "a desk on plain HTTP", "submission:", "desk: {listen: 8080, url: \"http://desk.city.example\"}\nsubmission:",
            "chancery.yaml:10:16: desk.listen: “8080” has no port; write it like 127.0.0.1:8080",
            "chancery.yaml:10:27: desk.url: “http://desk.city.example” does not fit; write https://HOST, or http:// for this machine, without a slash at the end"
        ),
        Mistake(
            "a server nobody can have", "submission:",
            "trust: {authenticationResultsFrom: [mail.city.example, \"a b\"]}\nsubmission:",
            "chancery.yaml:10:56: trust.authenticationResultsFrom: “a b” does not fit; write name of a server"),
    ]

    static let peers: [Mistake] = [
        Mistake(
            "another protocol", "imaps://mail.city.example/INBOX", "pop3://mail.city.example",
            "chancery.yaml:7:10: mailboxes[0].url: “pop3://” does not fit here; begin with imaps:// or imap:// or maildir:"),
        Mistake(
            "a password in the address", "imaps://mail.city.example/INBOX", "imaps://rada:x@mail.city.example",
            "chancery.yaml:7:10: mailboxes[0].url: user and password may not stand in the address; use the keys user and password"
        ),
        Mistake(
            "a bad port", "smtps://mail.city.example", "smtps://mail.city.example:70000",
            "chancery.yaml:11:8: submission.url: “70000” is no port; write a number 1 … 65535 or leave it out"),
        Mistake(
            "no protection to another machine", "url: imaps://mail.city.example/INBOX",
            "url: imap://mail.city.example\n    startTLS: never",
            "chancery.yaml:8:15: mailboxes[0].startTLS: never would send passwords and letters to mail.city.example in clear; write required; never is "
                + "allowed only for localhost, 127.0.0.1 and ::1"),
        Mistake(
            "a name that only looks like this machine", "url: imaps://mail.city.example/INBOX",
            "url: imap://127.0.0.1.example\n    startTLS: never",
            "chancery.yaml:8:15: mailboxes[0].startTLS: never would send passwords and letters to 127.0.0.1.example in clear; write required; never is "
                + "allowed only for localhost, 127.0.0.1 and ::1"),
        Mistake(
            "STARTTLS inside TLS", "  url: smtps://mail.city.example", "  url: smtps://mail.city.example\n  startTLS: required",
            "chancery.yaml:12:13: submission.startTLS: smtps:// is protected from the first octet; remove the key"),
        Mistake(
            "a switch that turns protection off by another word", "url: imaps://mail.city.example/INBOX",
            "url: imap://localhost\n    startTLS: no",
            "chancery.yaml:8:15: mailboxes[0].startTLS: there is no “no” here; it can be one of: required, never"),
        Mistake(
            "a maildir with a password", "imaps://mail.city.example/INBOX", "maildir:/in",
            "chancery.yaml:8:11: mailboxes[0].user: a maildir has no server; remove the key",
            "chancery.yaml:9:15: mailboxes[0].password: a maildir has no server; remove the key"),
        Mistake(
            "nobody to sign in as", "    user: rada\n    password: {file: secret}\n", "",
            "chancery.yaml:6:5: mailboxes[0]: the key “user” is missing; write the user name on the server",
            "chancery.yaml:6:5: mailboxes[0]: the key “password” is missing; write {credential: NAME} or {file: PATH}"),
        Mistake(
            "two secrets", "password: {file: secret}", "password: {file: secret}\n    oauth2: {file: secret}",
            "chancery.yaml:10:13: mailboxes[0].oauth2: there are a password and a token; leave one of them"),
        Mistake(
            "a password in the file", "password: {file: secret}", "password: hunter2",
            "chancery.yaml:9:15: mailboxes[0].password: a secret may not stand in the configuration itself; write {credential: NAME} or {file: PATH} and "
                + "change the password, it has been seen"),
        Mistake(
            "a credential with a path", "{credential: smtp}", "{credential: ../smtp}",
            "chancery.yaml:13:13: submission.password: “../smtp” is no name of a credential; write the name of LoadCredential=, not a path"
        ),
        Mistake(
            "a credential systemd did not pass", "{credential: smtp}", "{credential: stmp}",
            "chancery.yaml:13:13: submission.password: the secret in /run/credentials/stmp cannot be read: No such file or directory; add "
                + "LoadCredential=stmp:/path to the unit, or encrypt it with systemd-creds"),
        Mistake(
            "a mistyped kind of secret", "{credential: smtp}", "{credentials: smtp}",
            "chancery.yaml:13:14: submission.password: a secret has no key “credentials”; did you mean “credential”?"),
        Mistake(
            "a folder moved into itself", "password: {file: secret}", "password: {file: secret}\n    afterFiling: {move: inbox}",
            "chancery.yaml:10:18: mailboxes[0].afterFiling: letters would be moved to the folder they come from; name another folder or write keep"
        ),
        Mistake(
            "an unknown end", "password: {file: secret}", "password: {file: secret}\n    afterFiling: delete",
            "chancery.yaml:10:18: mailboxes[0].afterFiling: there is no “delete” here; write keep, {flag: FLAG} or {move: FOLDER}"
        ),
        Mistake(
            "letters marked as deleted", "password: {file: secret}",
            "password: {file: secret}\n    afterFiling: {flag: '\\Deleted'}",
            "chancery.yaml:10:18: mailboxes[0].afterFiling: \\Deleted would have the server remove the letters; write another flag, such as $Filed"
        ),
        Mistake(
            "certificates that are not there", "password: {file: secret}", "password: {file: secret}\n    caFile: ca.pem",
            "chancery.yaml:10:13: mailboxes[0].caFile: /etc/chancery/ca.pem cannot be read: No such file or directory; check the path and its permissions"
        ),
    ]

    static let staff: [Mistake] = [
        Mistake(
            "an official without a phone", ", department: zhkg, email", ", email",
            "staff.yaml:5:5: people[0]: Бондар Ірина has no telephone, nor has the department; write phone here or in the department"
        ),
        Mistake(
            "a department without a phone", "department: zhkg", "department: arkhiv",
            "staff.yaml:5:5: people[0]: Бондар Ірина has no telephone, nor has the department; write phone here or in the department"
        ),
        Mistake(
            "an unknown department", "department: zhkg", "department: zhkh",
            "staff.yaml:5:68: people[0].department: there is no department “zhkh”; did you mean “zhkg”?"),
        Mistake(
            "an unknown role", "roles: [registrar]", "roles: [registrar, oficial]",
            "staff.yaml:5:116: people[0].roles: there is no “oficial” here; did you mean “official”?"),
        Mistake(
            "no registrar", "roles: [registrar]", "roles: [official]",
            "staff.yaml:5:3: people: nobody has the role registrar; give it to the front office: refusals name a registrar"),
        Mistake(
            "an id twice", "{id: arkhiv", "{id: zhkg",
            "staff.yaml:3:10: departments[1].id: “zhkg” is already there; give each its own id"),
        Mistake(
            "a person named like a role", "{id: bondar", "{id: lawyer",
            "staff.yaml:5:10: people[0].id: “lawyer” is the name of a role; choose another: routes could not tell them apart"),
        Mistake(
            "a route to nobody", "review: mayor", "review: lawyer",
            "staff.yaml:8:14: routes[0].review: nobody has the role lawyer; give it to somebody in people"),
        Mistake(
            "a route to a stranger", "signatory: levchenko", "signatory: levchenka",
            "staff.yaml:8:32: routes[0].signatory: “levchenka” is neither a role nor a person; did you mean “levchenko”?"),
        Mistake(
            "an unknown kind", "{review: mayor", "{when: {kind: AUTH_CONTROLL}, review: mayor",
            "staff.yaml:8:19: routes[0].when.kind: there is no kind of document “AUTH_CONTROLL”; did you mean “AUTH_CONTROL”?"),
        Mistake(
            "a route that never comes into play", "routes:", "routes:\n  - {review: mayor, signatory: mayor}",
            "staff.yaml:9:5: routes[1]: an earlier route already takes these letters; remove one of them, or put the narrower first"
        ),
        Mistake(
            "a substitute on a day that is none", "routes:",
            "substitutes:\n  - {for: bondar, by: levchenko, from: 2026-11-31, to: 2026-12-01, basis: наказ}\nroutes:",
            "staff.yaml:8:40: substitutes[0].from: “2026-11-31” is no day of the calendar; write it like 2026-12-31"),
        Mistake(
            "a substitute for a stranger", "routes:",
            "substitutes:\n  - {for: bodnar, by: levchenko, from: 2026-11-30, to: 2026-12-01, basis: наказ}\nroutes:",
            "staff.yaml:8:11: substitutes[0].for: there is no person “bodnar”; did you mean “bondar”?"),
        Mistake(
            "an absence that ends before it begins", "routes:",
            "substitutes:\n  - {for: bondar, by: levchenko, from: 2026-12-02, to: 2026-12-01, basis: наказ}\nroutes:",
            "staff.yaml:8:56: substitutes[0].to: 2026-12-01 is before 2026-12-02; write the last day of the absence"),
        Mistake(
            "substitutes in a ring", "routes:",
            """
            substitutes:
              - {for: bondar, by: levchenko, from: 2026-12-01, to: 2026-12-10, basis: наказ}
              - {for: levchenko, by: bondar, from: 2026-12-10, to: 2026-12-20, basis: наказ}
            routes:
            """,
            "staff.yaml:9:26: substitutes[1].by: the substitutes go round in a ring: levchenko → bondar → levchenko; let somebody who is present act"
        ),
        Mistake(
            "a substitute of oneself", "routes:",
            "substitutes:\n  - {for: bondar, by: bondar, from: 2026-12-01, to: 2026-12-10, basis: наказ}\nroutes:",
            "staff.yaml:8:23: substitutes[0].by: the substitutes go round in a ring: bondar → bondar; let somebody who is present act"
        ),
        Mistake(
            "two substitutes at once", "routes:",
            """
            substitutes:
              - {for: bondar, by: levchenko, from: 2026-12-01, to: 2026-12-10, basis: наказ}
              - {for: bondar, by: levchenko, from: 2026-12-10, to: 2026-12-20, basis: наказ}
            routes:
            """,
            "staff.yaml:9:40: substitutes[1].from: levchenko already acts for bondar on some of these days; let the dates not overlap"
        ),
    ]

    static let journals: [Mistake] = [
        Mistake(
            "an unknown field", "{n}/{case}", "{n}/{cas}",
            "journals.yaml:2:43: journals[0].index: there is no field {cas} (character 5); did you mean “case”?"),
        Mistake(
            "no number", "{n}/{case}", "ВХ",
            "journals.yaml:2:43: journals[0].index: {n}, the number in the journal, is missing (character 3); write it like {n}/{case}"
        ),
        Mistake(
            "no case file", ", case: \"01-10\"", "",
            "journals.yaml:2:5: journals[0]: the key “case” is missing, and the index has {case}; write the index of the case file"
        ),
        Mistake(
            "no prefixes", "{n}/{case}", "{kindPrefix}-{n}",
            "journals.yaml:2:5: journals[0]: the index has {kindPrefix}, and not every kind has a prefix; write kinds with a prefix each: {MP_REQUEST: ДЗ}"
        ),
        Mistake(
            "no incoming journal", "code: incoming", "code: incomming",
            "journals.yaml:2:3: journals: there is no journal “incoming”; add it: letters of no known kind are registered there"),
        Mistake(
            "a code twice", "journals:", "journals:\n  - {code: incoming, name: Інші, index: \"{n}\"}",
            "journals.yaml:3:12: journals[1].code: the journal “incoming” is already there; give each journal its own code"),
        Mistake(
            "a kind in two journals", "case: \"01-10\"}",
            "case: \"01-10\", kinds: [COURT]}\n  - {code: courts, name: Суди, index: \"{n}\", kinds: [COURT]}",
            "journals.yaml:3:53: journals[1].kinds: COURT already goes to the journal “incoming”; name each kind in one journal only"
        ),
        Mistake(
            "an unknown kind of document", "case: \"01-10\"}", "case: \"01-10\", kinds: [CORT]}",
            "journals.yaml:2:80: journals[0].kinds: there is no kind of document “CORT”; did you mean “COURT”?"),
    ]

    static let templates: [Mistake] = [
        Mistake(
            "no Subject", "Subject: {{officeName}}\n\nТекст\n", "Текст\n",
            "templates/uk/received.mustache:1:1: the first line is not the Subject; begin the file with “Subject: …”"),
        Mistake(
            "no empty line", "\n\nТекст\n", "\nТекст\n",
            "templates/uk/received.mustache:2:1: no empty line stands behind the Subject; leave the second line empty"),
        Mistake(
            "a name that is never filled", "Текст", "Текст {{ recievedOn }}",
            "templates/uk/received.mustache:3:7: a notice of this kind knows no {{recievedOn}}; did you mean “receivedOn”?"),
        Mistake(
            "what is personal in the Subject", "Subject: {{officeName}}", "Subject: {{subject}}",
            "templates/uk/received.mustache:1:10: {{subject}} may not stand in the Subject; keep what is personal in the text"),
        Mistake(
            "a section left open", "Текст", "{{#officePhone}}Текст",
            "templates/uk/received.mustache:3:1: {{#officePhone}} is never closed; write {{/officePhone}} where it ends"),
        Mistake(
            "a section closed twice", "Текст", "Текст{{/officePhone}}",
            "templates/uk/received.mustache:3:6: {{/officePhone}} closes nothing; open it with {{#officePhone}} or remove it"),
        Mistake(
            "an open tag", "Текст", "Текст {{officePhone",
            "templates/uk/received.mustache:3:7: {{ is not closed on this line; write }} behind the name"),
    ]

    @Test(arguments: keys + values + peers + staff + journals)
    func isFoundWithPlaceAndAdvice(_ row: Mistake) {
        let found = SettingsWorld.changing(row.old, row.new).problems.map {
            $0.replacing("/etc/chancery/", with: "", maxReplacements: 1)
        }
        #expect(Set(found) == Set(row.problems))
    }

    @Test(arguments: templates)
    func ofATemplateIsFoundInEachOfThem(_ row: Mistake) throws {
        let found = SettingsWorld.changing(row.old, row.new).problems.map {
            $0.replacing("/etc/chancery/", with: "", maxReplacements: 1)
        }
        #expect(found.first == row.problems[0])
        let files = Set(found.map { String($0.prefix { $0 != ":" }) })
        #expect(files.count >= 6)
    }

    @Test func allMistakesOfAllFilesAreFoundAtOnceInTheirOrder() {
        var world = SettingsWorld.changing("name: Рада", "name: Рада\n  colour: red")
        world.files[SettingsWorld.path]? += "\nintake: {pollInterval: fast, batchLetters: many}\nlog: {level: loud}\nstae: /srv"
        world.files["/etc/chancery/staff.yaml"] = "people: []"
        world.files["/etc/chancery/journals.yaml"] = nil
        world.files["/etc/chancery/templates/en/refused.mustache"] = nil
        world.modes["/etc/chancery/secret"] = 0o640
        let starts = world.problems.map { $0.split(separator: " ").prefix(2).joined(separator: " ") }
        #expect(
            starts == [
                "/etc/chancery/chancery.yaml:1:1: journals.file:", "/etc/chancery/chancery.yaml:3:3: office.colour:",
                "/etc/chancery/chancery.yaml:10:15: mailboxes[0].password:",
                "/etc/chancery/chancery.yaml:15:24: intake.pollInterval:",
                "/etc/chancery/chancery.yaml:15:44: intake.batchLetters:", "/etc/chancery/chancery.yaml:16:14: log.level:",
                "/etc/chancery/chancery.yaml:17:1: stae:", "/etc/chancery/staff.yaml:1:9: people:",
                "/etc/chancery/templates/en/refused.mustache: the",
            ])
    }

    @Test func textsAnOlderFolderHasNotComeFromTheProgram() throws {
        var world = SettingsWorld()
        let folder = "/etc/chancery/templates"
        world.files["/usr/share/chancery/templates/uk/call.mustache"] = "Subject: Подзвоніть\n\nТекст програми\n"
        world.files["\(folder)/uk/call.mustache"] = nil
        #expect(
            world.problems.map { $0.hasPrefix("\(folder)/uk/call.mustache: the text") } == [true], "without the program's own")
        func load(_ world: SettingsWorld) throws(ConfigError) -> Settings {
            try Settings.load(
                path: SettingsWorld.path, environment: world.environment, files: world.source,
                shippedTemplates: "/usr/share/chancery/templates")
        }
        let settings = try load(world)
        #expect(settings.templates.template(.call, in: .ukrainian)?.body == "Текст програми\n")
        #expect(settings.templates.template(.call, in: .english)?.body == "Текст\n")
        #expect(settings.templates.missing == ["\(folder)/uk/call.mustache"])

        // A mistake in a file that is there is a mistake all the same.
        world.files["\(folder)/en/call.mustache"] = "Текст\n"
        #expect(throws: ConfigError.self) { try load(world) }
        // Nor does a folder of another name pass for an older one.
        var empty = SettingsWorld()
        for (path, text) in empty.files where path.hasPrefix(folder) {
            empty.files[path] = nil
            empty.files[path.replacing("/etc/chancery", with: "/usr/share/chancery")] = text
        }
        let mistakes = #expect(throws: ConfigError.self) { try load(empty) }
        #expect(mistakes?.problems.count == 2 * NoticeKind.allCases.count)
    }

    @Test(arguments: [0o640, 0o604, 0o644, 0o660] as [UInt32])
    func aSecretOthersMayReadIsRefused(_ mode: UInt32) {
        var world = SettingsWorld()
        world.modes["/etc/chancery/secret"] = mode
        #expect(world.problems.count == 1)
        #expect(
            world.problems.first?.contains(
                "others may read /etc/chancery/secret (mode \(String(mode, radix: 8))); run: chmod 600") == true)
    }

    @Test(arguments: ["", "\n", "a\nb", "a\u{0}b", "a\tb"])
    func aSecretIsOneLine(_ text: String) {
        var world = SettingsWorld()
        world.files["/etc/chancery/secret"] = text
        #expect(world.problems.count == 1)
    }

    @Test func withoutSystemdACredentialIsExplained() {
        var world = SettingsWorld()
        world.environment = [:]
        #expect(world.problems.count == 1)
        #expect(world.problems.first?.contains("CREDENTIALS_DIRECTORY is not set") == true)
        #expect(Settings.check(path: SettingsWorld.path, environment: [:], files: world.source, readsSecrets: false).isEmpty)
    }

    @Test func aMissingConfigurationSaysHowToMakeOne() {
        #expect(
            Settings.check(path: "/nowhere/chancery.yaml", environment: [:]).first?.description
                == "/nowhere/chancery.yaml: /nowhere/chancery.yaml cannot be read: No such file or directory; make one with chancery init"
        )
    }

    @Test func noPrefixOfAConfigurationStopsTheProgram() throws {
        let octets = Array(SettingsWorld.config.utf8)
        let needed =
            SettingsWorld.config.utf8.count - (try #require(SettingsWorld.config.split(separator: "smtps").last)).utf8.count
        for length in octets.indices {
            var world = SettingsWorld()
            world.files[SettingsWorld.path] = String(decoding: octets[..<length], as: UTF8.self)
            // A server of outgoing mail that asks for no user is allowed, so the end may be missing.
            #expect(!world.problems.isEmpty || length > needed)
        }
    }
}
