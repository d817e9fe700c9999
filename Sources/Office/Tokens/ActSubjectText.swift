// SPDX-License-Identifier: Apache-2.0

extension ActSubject: LosslessStringConvertible {
    /// `card`, `resolution:2`, `task:1`, `draft:1`: as tokens and outgoing requests are bound to it. Never changes.
    package var description: String {
        switch self {
        case .card: "card"
        case .resolution(let id): "resolution:\(id.rawValue)"
        case .task(let id): "task:\(id.rawValue)"
        case .draft(let id): "draft:\(id.rawValue)"
        }
    }

    /// Reads what ``description`` wrote.
    package init?(_ description: String) {
        if description == "card" {
            self = .card
            return
        }
        let parts = description.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let number = Int(parts[1]), number > 0 else { return nil }
        switch parts[0] {
        case "resolution": self = .resolution(ResolutionID(rawValue: number))
        case "task": self = .task(TaskID(rawValue: number))
        case "draft": self = .draft(DraftID(rawValue: number))
        default: return nil
        }
    }
}
