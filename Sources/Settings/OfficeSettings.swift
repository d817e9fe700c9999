// SPDX-License-Identifier: Apache-2.0
package import Office
package import OfficeCalendar

/// The group `office`: who we are.
package struct OfficeSettings: Sendable {
    package let name: String
    /// ЄДРПОУ, 8 digits.
    package let registryCode: String?
    /// The addr-spec of the official mailbox: letters of ours come from it.
    package let address: String
    package let phone: String
    package let timeZone: OfficeTimeZone
    /// Of letters whose own language is not known.
    package let language: Language
    /// Of the wall clock, from which the morning digest goes out on working days.
    package let digestHour: Int

    init(_ section: SectionReader) {
        name = section.required(
            "name", .text(),
            SettingHelp(uk: "повне найменування установи, як у бланку", en: "full name of the office, as on its letterhead"))
        registryCode = section.optional(
            "registryCode",
            .text("8 digits in quotation marks") { $0.count == 8 && $0.allSatisfy { $0.isASCII && $0.isNumber } },
            SettingHelp(uk: "код ЄДРПОУ, у лапках", en: "code in the state register (ЄДРПОУ), in quotation marks"))
        address = section.required(
            "address", .address,
            SettingHelp(
                uk: "офіційна електронна адреса; від неї надходять наші листи",
                en: "official e-mail address; our letters come from it"))
        phone = section.required(
            "phone", .phone,
            SettingHelp(uk: "телефон для довідок, зазначається в повідомленнях", en: "telephone for inquiries, named in notices"))
        let zone = section.value(
            "timeZone", .text("name of a time zone"), default: "Europe/Kyiv",
            SettingHelp(uk: "часовий пояс: за ним визначаються дати реєстрації", en: "time zone: dates of registration follow it")
        )
        timeZone = SystemTimeZone.read(zone, key: "timeZone", section)
        language = section.value(
            "language", .word(.ukrainian), default: .ukrainian,
            SettingHelp(uk: "мова повідомлень: uk або en", en: "language of notices: uk or en"))
        digestHour = section.value(
            "digestHour", .integer(0...23, unit: "hour"), default: 9,
            SettingHelp(
                uk: "о котрій годині робочого дня надсилати працівникам ранковий перелік їхніх документів",
                en: "hour of a working day at which people get the morning list of their documents"))
    }
}

extension SettingForm where Value == String {
    /// Digits with the usual signs between them.
    static var phone: Self {
        .text("telephone number in quotation marks") { text in
            text.count { $0.isASCII && $0.isNumber } >= 3
                && text.allSatisfy { ($0.isASCII && $0.isNumber) || "+-() ,;./".contains($0) || $0.isLetter }
        }
    }
}
