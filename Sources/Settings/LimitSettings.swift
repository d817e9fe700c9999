// SPDX-License-Identifier: Apache-2.0

/// The group `limits`: where Chancery stops by itself and calls for a person.
package struct LimitSettings: Hashable, Sendable {
    /// Octets that must be free where the state is; below it no letter is taken in.
    package let minimumFreeSpace: Int
    /// Notices nobody asked for; above it none leave until a person has looked.
    package let automaticLettersPerHour: Int

    init(_ section: SectionReader) {
        minimumFreeSpace = section.value(
            "minimumFreeSpace", .size(0...1 << 40), default: 512 << 20,
            SettingHelp(
                uk: "скільки місця на диску має лишатися вільним; якщо менше — листи залишаються в скриньці",
                en: "disk space that must stay free; below it letters stay in the mailbox"))
        automaticLettersPerHour = section.value(
            "automaticLettersPerHour", .integer(1...10_000, unit: "letters an hour"), default: 100,
            SettingHelp(
                uk: "скільки автоматичних повідомлень на годину надсилати щонайбільше", en: "automatic notices an hour at most"))
    }
}
