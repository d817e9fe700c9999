// SPDX-License-Identifier: Apache-2.0

/// The group `intake`: how mailboxes are read.
package struct IntakeSettings: Hashable, Sendable {
    /// Between two looks at a mailbox that cannot say by itself that mail came.
    package let pollInterval: Duration
    /// After so long IDLE is begun anew; servers may end it after 30 minutes (RFC 2177 §3).
    package let idleRenewal: Duration
    /// A full search that finds what the server forgot to announce.
    package let fullSearchEvery: Duration
    /// Letters in one transaction at most.
    package let batchLetters: Int
    /// Octets of letters in one transaction at most; one letter may be larger by itself.
    package let batchBytes: Int
    /// A letter that took the process down so often goes to quarantine.
    package let maximumAttempts: Int

    init(_ section: SectionReader) {
        pollInterval = section.value(
            "pollInterval", .duration(.seconds(1)...(.seconds(3_600))), default: .seconds(60),
            SettingHelp(
                uk: "як часто переглядати скриньку, якщо сервер не вміє повідомляти про пошту (IDLE)",
                en: "how often to look where the server cannot announce mail (IDLE)"))
        idleRenewal = section.value(
            "idleRenewal", .duration(.seconds(10)...(.seconds(29 * 60))), default: .seconds(28 * 60),
            SettingHelp(uk: "через який час поновлювати IDLE", en: "after how long IDLE is begun anew"))
        fullSearchEvery = section.value(
            "fullSearchEvery", .duration(.seconds(10)...(.seconds(86_400))), default: .seconds(300),
            SettingHelp(
                uk: "як часто шукати листи, про які сервер не повідомив",
                en: "how often to search for letters the server did not announce"))
        batchLetters = section.value(
            "batchLetters", .integer(1...5_000, unit: "letters"), default: 200,
            SettingHelp(uk: "скільки листів щонайбільше реєструвати за один раз", en: "letters filed together at most"))
        batchBytes = section.value(
            "batchBytes", .size(1 << 20...1 << 30), default: 64 << 20,
            SettingHelp(uk: "загальний обсяг листів, що реєструються за один раз", en: "total size of letters filed together"))
        maximumAttempts = section.value(
            "maximumAttempts", .integer(1...20, unit: "attempts"), default: 3,
            SettingHelp(
                uk: "після скількох збоїв на одному листі покласти його до карантину",
                en: "after how many crashes a letter goes to quarantine"))
    }
}
