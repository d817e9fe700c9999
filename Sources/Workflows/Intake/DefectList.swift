// SPDX-License-Identifier: Apache-2.0
import InternetMessage

/// The defects of a letter as a card keeps them: a JSON array of `{"kind":…,"offset":…}`.
enum DefectList {
    /// A letter can be broken at every octet; the first places tell enough.
    static let maximumCount = 100

    /// Kinds are identifiers and offsets are numbers, so nothing needs escaping.
    static func json(_ defects: [Defect]) -> String {
        let items = defects.prefix(maximumCount).map { "{\"kind\":\"\($0.kind.rawValue)\",\"offset\":\($0.offset)}" }
        return "[" + items.joined(separator: ",") + "]"
    }
}
