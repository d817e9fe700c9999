// SPDX-License-Identifier: Apache-2.0
package import OfficeCalendar

// Values that are one text each.

/// Written as its raw value.
package protocol PlainRawText: PlainRepresentable, RawRepresentable {}

extension PlainRawText where RawValue: LosslessStringConvertible {
    package var plain: PlainValue { .text(String(describing: rawValue)) }
    package init(plain: PlainValue) throws(PlainValueError) {
        let text = try String(plain: plain)
        guard let raw = RawValue(text), let value = Self(rawValue: raw) else {
            throw PlainValueError(place: "", expected: "a \(Self.self), not “\(text)”")
        }
        self = value
    }
}

extension CardID: PlainRawText {}
extension PersonID: PlainRawText {}
extension DocumentKind: PlainRawText {}
extension JournalCode: PlainRawText {}
extension ResolutionID: PlainRawText {}
extension TaskID: PlainRawText {}
extension DraftID: PlainRawText {}
extension VersionDigest: PlainRawText {}
extension Role: PlainRawText {}
extension RefusalGround: PlainRawText {}
extension DraftPurpose: PlainRawText {}
extension SigningMeans: PlainRawText {}
extension AbsenceReason: PlainRawText {}
extension ExtensionAuthority: PlainRawText {}
extension DeedKind: PlainRawText {}

/// Written as its description.
package protocol PlainText: PlainRepresentable, LosslessStringConvertible {}

extension PlainText {
    package var plain: PlainValue { .text(description) }
    package init(plain: PlainValue) throws(PlainValueError) {
        let text = try String(plain: plain)
        guard let value = Self(text) else { throw PlainValueError(place: "", expected: "a \(Self.self), not “\(text)”") }
        self = value
    }
}

extension CivilDate: PlainText {}
extension ActProof: PlainText {}
extension ActSubject: PlainText {}
extension Int: PlainText {}

extension WallTime: PlainRepresentable {
    /// `2026-11-23 09:05:00`
    package var plain: PlainValue { .text(description) }
    package init(plain: PlainValue) throws(PlainValueError) {
        let text = try String(plain: plain)
        let parts = text.split(separator: " ")
        let numbers = parts.last?.split(separator: ":").compactMap { Int($0) } ?? []
        guard parts.count == 2, numbers.count == 3, let date = CivilDate(parts[0]) else {
            throw PlainValueError(place: "", expected: "a moment, not “\(text)”")
        }
        self.init(date: date, hour: numbers[0], minute: numbers[1], second: numbers[2])
        guard description == text else { throw PlainValueError(place: "", expected: "a moment, not “\(text)”") }
    }
}
