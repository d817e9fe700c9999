// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import MailTransport
import Office
import OfficeCalendar
import Settings
import Testing

/// `Config/` is what a council starts from: it must load as it is and name every key there is.
@Suite struct ShippedConfigTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
        .appending(path: "Config").path
    static let path = folder + "/chancery.yaml"

    /// The system's files, with every setting that is commented out (`#key:`) switched on.
    static let everythingOn = FileSource { path throws(FileSource.Failure) in
        if path.hasPrefix("/etc/chancery/") { return FileSource.Contents(octets: Array("secret\n".utf8), mode: 0o600) }
        let contents = try FileSource.system.contents(path)
        guard path == ShippedConfigTests.path else { return contents }
        let lines = String(decoding: contents.octets, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map
        { line in
            let text = line.drop { $0 == " " }
            guard text.hasPrefix("#"), text.dropFirst().first?.isLetter == true else { return String(line) }
            return String(line.prefix(line.count - text.count)) + String(text.dropFirst())
        }
        return FileSource.Contents(octets: Array(lines.joined(separator: "\n").utf8), mode: contents.mode)
    }

    @Test func loadsAsItIs() throws {
        let settings = try Settings.load(path: Self.path, environment: [:], readsSecrets: false)
        #expect(settings.office.name == "Виконавчий комітет Новоозерської міської ради")
        #expect(settings.office.registryCode == "00000000")
        #expect(settings.office.timeZone.name == "Europe/Kyiv")
        #expect(settings.mailboxes.map(\.name) == ["official"])
        #expect(settings.mailboxes.first?.afterFiling == .move("Chancery/Filed"))
        #expect(
            settings.journals.journals.map(\.code.rawValue) == [
                "incoming", "outgoing", "citizens", "information", "deputies", "corruption", "restricted", "internal",
            ])
        #expect(settings.staff.registration(of: nil) == .automatic)
        #expect(settings.staff.registration(of: DocumentKind(rawValue: "CITIZEN_COMPLAINT")) == .reviewed)
        #expect(settings.acknowledge == .proven)
    }

    @Test func loadsWithEverySettingSwitchedOn() throws {
        let settings = try Settings.load(
            path: Self.path, environment: ["CREDENTIALS_DIRECTORY": "/etc/chancery"], files: Self.everythingOn)
        #expect(settings.mailboxes.first?.caFile == "/etc/chancery/city-ca.pem")
        #expect(settings.mailboxes.first?.authentication?.secret.secret.revealed == "secret")
        #expect(settings.desk.url == "https://desk.city.example")
    }

    @Test func namesEveryKeyAndExplainsItInBothLanguages() throws {
        for file in ["chancery.yaml", "staff.yaml", "journals.yaml"] {
            let text = String(decoding: try FileSource.system.contents("\(Self.folder)/\(file)").octets, as: UTF8.self)
            for declaration in Settings.declarations() where declaration.file == file {
                let key = declaration.path.split(separator: ".").last.map { $0.replacing("[]", with: "") } ?? ""
                #expect(text.contains("\(key):") || text.contains("\(key) "), "\(file) does not show \(declaration.path)")
                #expect(declaration.help.ukrainian.contains { "а"..."я" ~= $0 || "і" == $0 }, "\(declaration.path)")
                #expect(declaration.help.english.allSatisfy { $0.isASCII || "’…ЄДРПОУЗ".contains($0) }, "\(declaration.path)")
            }
        }
    }

    @Test func statesTheDefaultsThatAreInForce() throws {
        let shipped = try Settings.load(path: Self.path, environment: [:], readsSecrets: false)
        #expect(shipped.intake.idleRenewal == .seconds(1_680))
        #expect(shipped.intake.batchBytes == 64 << 20)
        for declaration in Settings.declarations()
        where declaration.path.hasPrefix("intake.") || declaration.path.hasPrefix("limits.") {
            guard case .byDefault(let value) = declaration.presence, let key = declaration.path.split(separator: ".").last else {
                continue
            }
            #expect(shipped.show().contains("\(key): \(value)\n"), "\(declaration.path) is not shipped with its default \(value)")
        }
    }

    @Test func keepsWhatIsPersonalOutOfSubjects() throws {
        let templates = try Settings.load(path: Self.path, environment: [:], readsSecrets: false).templates
        for language in Language.allCases {
            for kind in NoticeKind.allCases {
                let template = try #require(templates.template(kind, in: language))
                #expect(!template.subject.isEmpty && !template.subject.contains("{{subject}}"))
                #expect(template.body.contains("{{officeName}}"))
                if kind.goesToSender { #expect(template.body.contains("{{officePhone}}")) }
            }
            let refused = try #require(templates.template(.refused, in: language))
            for name in ["ground", "explanation", "registrarName", "registrarPhone"] {
                #expect(refused.body.contains("{{\(name)}}"))
            }
            let registered = try #require(templates.template(.registered, in: language))
            for name in ["registrationIndex", "registeredOn", "receivedOn"] { #expect(registered.body.contains("{{\(name)}}")) }
        }
    }
}
