// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar

/// The time zones of the system, read through the configuration's files.
enum SystemTimeZone {
    /// The zone of that name; a stand-in when there is none, which is reported at the key.
    static func read(_ name: String, key: String, _ section: SectionReader) -> OfficeTimeZone {
        if section.reader.isDescribing { return .utc }
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        guard !parts.contains(where: { $0.isEmpty || $0.hasPrefix(".") }) else {
            section.report(key, what: "“\(name)” is no time zone", advice: "write one like Europe/Kyiv")
            return .utc
        }
        // Systems before 2022 know the zone of Ukraine by its older name.
        for candidate in name == "Europe/Kyiv" ? [name, "Europe/Kiev"] : [name] {
            guard let contents = try? section.reader.files.contents(folder + candidate) else { continue }
            do throws(TimeZoneFileError) {
                return try OfficeTimeZone(name: name, tzif: contents.octets)
            } catch {
                section.report(key, what: "\(folder)\(candidate): \(error)", advice: "install the package tzdata anew")
                return .utc
            }
        }
        section.report(
            key, what: "the system does not know the time zone “\(name)”",
            advice: "write one like Europe/Kyiv, and install the package tzdata")
        return .utc
    }

    /// Where the system keeps its time zones.
    private static let folder = "/usr/share/zoneinfo/"
}
