// SPDX-License-Identifier: Apache-2.0

/// Durations and sizes as a person writes them: a whole number, a space, a unit.
enum Measure {
    /// Milliseconds in a unit, the largest first.
    static let durationUnits: [(name: String, size: Int)] = [
        ("d", 86_400_000), ("h", 3_600_000), ("min", 60_000), ("s", 1_000), ("ms", 1),
    ]
    /// Octets in a unit, the largest first.
    static let sizeUnits: [(name: String, size: Int)] = [("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10), ("B", 1)]

    static func read(_ text: String, _ units: [(name: String, size: Int)], example: String) throws(Misfit) -> Int {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let unit = text.dropFirst(digits.count).drop { $0 == " " }
        let names = units.map(\.name).joined(separator: ", ")
        guard let number = Int(digits) else {
            throw Misfit(what: "“\(text)” does not begin with a whole number", advice: "write it like \(example)")
        }
        guard !unit.isEmpty else {
            throw Misfit(what: "the unit is missing", advice: "write one of \(names) behind the number, like \(example)")
        }
        guard let size = units.first(where: { $0.name == unit })?.size else {
            throw Misfit(what: "there is no unit “\(unit)”", advice: "write one of \(names), like \(example)")
        }
        let (product, overflow) = number.multipliedReportingOverflow(by: size)
        guard !overflow else { throw Misfit(what: "the number is too large", advice: "write it like \(example)") }
        return product
    }

    static func shown(_ value: Int, _ units: [(name: String, size: Int)]) -> String {
        let unit = units.first { value != 0 && value % $0.size == 0 } ?? units[units.count - 1]
        return "\(value / unit.size) \(unit.name)"
    }
}

extension SettingForm where Value == Duration {
    static func duration(_ range: ClosedRange<Duration>) -> Self {
        let words = "\(shown(range.lowerBound)) … \(shown(range.upperBound))"
        return SettingForm(type: "duration, \(words)", standIn: range.lowerBound, shown: shown) { text throws(Misfit) in
            let value = Duration.milliseconds(try Measure.read(text, Measure.durationUnits, example: "5 min"))
            guard range.contains(value) else { throw Misfit(what: "\(text) is out of range", advice: "write \(words)") }
            return value
        }
    }

    private static func shown(_ duration: Duration) -> String {
        let (seconds, attoseconds) = duration.components
        return Measure.shown(Int(seconds) * 1_000 + Int(attoseconds / 1_000_000_000_000_000), Measure.durationUnits)
    }
}

extension SettingForm where Value == Int {
    /// In octets.
    static func size(_ range: ClosedRange<Int>) -> Self {
        let shown = { (size: Int) in Measure.shown(size, Measure.sizeUnits) }
        let words = "\(shown(range.lowerBound)) … \(shown(range.upperBound))"
        return SettingForm(type: "size, \(words)", standIn: range.lowerBound, shown: shown) { text throws(Misfit) in
            let value = try Measure.read(text, Measure.sizeUnits, example: "64 MiB")
            guard range.contains(value) else { throw Misfit(what: "\(text) is out of range", advice: "write \(words)") }
            return value
        }
    }
}
