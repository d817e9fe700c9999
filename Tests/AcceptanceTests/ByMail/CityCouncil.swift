// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestServers

/// A council at work: `chancery run` between Dovecot and Postfix, and its people, who know their mail programs only.
final class CityCouncil {
    let mail: CityMail
    let office: TrialOffice
    let daemon: RunningDaemon
    let mayor, deputy, registrar, controller, lawyer, informationOfficer, official, specialist: Correspondent

    /// - Parameter outsiders: addresses elsewhere that have a mailbox.
    init(outsiders: [String]) throws {
        mail = try CityMail(addresses: Self.people.map { "\($0.id)@city.example" } + outsiders)
        office = try TrialOffice.inTheCity(mail, staff: Self.staff)
        let mail = mail
        let desks = Self.people.map { Correspondent($0.name, at: "\($0.id)@city.example", in: mail) }
        (mayor, deputy, registrar, controller) = (desks[0], desks[1], desks[2], desks[3])
        (lawyer, informationOfficer, official, specialist) = (desks[4], desks[5], desks[6], desks[7])
        daemon = try RunningDaemon(configuration: office.configuration, watchdog: .seconds(5))
        try daemon.wait(forNotice: "READY=1")
    }

    /// Somebody elsewhere.
    func outsider(_ name: String, at address: String) -> Correspondent { Correspondent(outside: name, at: address, in: mail) }

    /// A letter in the name of one of the house that comes from elsewhere.
    func forges(_ letter: OutgoingMail, inTheNameOf victim: Correspondent) throws {
        try mail.dialogue(.host("mx.evil.example")).send(letter.octets, from: victim.address, to: letter.recipient)
    }

    /// What `card show` prints, line by line.
    func card(_ id: Int) throws -> [String] { try lines(office.does("card", "show", "\(id)")) }

    /// What `trace` prints, line by line.
    func trace(_ id: String) throws -> [String] { try lines(office.does("trace", id)) }

    /// Waits until the card's history has these words.
    func waits(untilCard id: Int, says words: String) throws {
        try daemon.wait("until card \(id) says \(words)", atMost: 20) { try self.card(id).contains { $0.contains(words) } }
    }

    private func lines(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }

    private static let people: [(id: String, name: String, post: String, role: String)] = [
        ("levchenko", "Левченко Остап Васильович", "міський голова", "mayor"),
        ("tkachuk", "Ткачук Віталій Петрович", "заступник міського голови", "deputy"),
        ("bondar", "Бондар Ірина Миколаївна", "начальниця загального відділу", "registrar"),
        ("savchuk", "Савчук Інна Олегівна", "контролерка", "controller"),
        ("melnyk", "Мельник Андрій Іванович", "начальник юридичного відділу", "lawyer"),
        ("hnatiuk", "Гнатюк Марія Юріївна", "відповідальна за доступ до інформації", "publicInformation"),
        ("shevchenko", "Шевченко Олена Петрівна", "начальниця управління", "official"),
        ("kravets", "Кравець Павло Сергійович", "головний спеціаліст", "official"),
    ]

    private static let staff = """
        departments:
          - {id: zhkg, name: Управління житлово-комунального господарства, phone: "+380 53 480 11 22", index: "05"}
        people:
        \(people.map { person in
            "  - {id: \(person.id), name: \(person.name), post: \(person.post), department: zhkg, "
                + "email: \(person.id)@city.example, phone: \"+380 53 480 11 23\", roles: [\(person.role)]}"
        }.joined(separator: "\n"))
        routes:
          - {when: {kind: CITIZEN_COMPLAINT}, review: deputy, approvers: [lawyer], signatory: mayor, registration: automatic, signing: reply}
          - {when: {kind: PUBLIC_INFO}, review: deputy, approvers: [publicInformation], signatory: deputy, registration: automatic, signing: reply}
          - review: mayor
            approvers: [lawyer, publicInformation, deputy]
            signatory: mayor
            registration: automatic
            signing: reply

        """
}
