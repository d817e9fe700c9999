// SPDX-License-Identifier: Apache-2.0
import LetterReading
import Office
import OfficeStore

/// What open mail may tell an applicant of a confidential matter: numbers, days, and whom to call.
enum Discretion {
    private static let parameter = "isConfidential"

    /// Parameters by which a notice about the matter of `sheet` is worded without its subject.
    static func parameters(for sheet: FactSheet?) -> [String: String] {
        sheet?.flags.contains(LetterFlag.confidential.rawValue) == true ? [parameter: "1"] : [:]
    }

    static func isCalled(for row: OutboxRow) -> Bool { row.parameters[parameter] != nil }
}
