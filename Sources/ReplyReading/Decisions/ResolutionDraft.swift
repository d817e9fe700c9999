// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar

/// A resolution as its lines are read one after another.
struct ResolutionDraft {
    var people: [String] = []
    var names: String
    var main: String?
    var informed: [String] = []
    var coExecutors: [String] = []
    var text: [String] = []
    var term: CivilDate?

    /// The resolutions all of them make together.
    static func resolutions(of items: [ResolutionDraft]) throws(ResolutionFailure) -> [ReadResolution] {
        var found: [ReadResolution] = []
        for item in items {
            guard Set(item.people).count == item.people.count else { throw ResolutionFailure.question(.contradictory) }
            let others = item.people.filter { $0 != item.main } + item.coExecutors
            guard let main = item.main else {
                found.append(ReadResolution(main: nil, informed: item.informed))
                continue
            }
            guard item.text.isEmpty else {
                found.append(
                    ReadResolution(
                        main: main, coExecutors: others, informed: item.informed, text: item.text.joined(separator: "\n"),
                        term: item.term))
                continue
            }
            // Names alone below a complete resolution are its co-executors.
            guard !found.isEmpty, item.term == nil, found[found.count - 1].main != nil else {
                throw ResolutionFailure.question(.orderMissing(item.names))
            }
            found[found.count - 1].coExecutors += item.people
            found[found.count - 1].informed += item.informed
        }
        guard !found.isEmpty else { throw ResolutionFailure.question(.nobodyNamed) }
        for resolution in found {
            let all = (resolution.main.map { [$0] } ?? []) + resolution.coExecutors + resolution.informed
            guard Set(all).count == all.count else { throw ResolutionFailure.question(.contradictory) }
        }
        return found
    }
}
