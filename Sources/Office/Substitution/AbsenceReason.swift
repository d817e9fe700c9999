// SPDX-License-Identifier: Apache-2.0

/// Why a person is absent, as an order of the council words it.
package enum AbsenceReason: String, Hashable, Sendable, CaseIterable {
    case leave
    case illness
    case businessTrip
    /// The post is not filled.
    case vacancy

    package func wording(in language: Language) -> String {
        switch (self, language) {
        case (.leave, .ukrainian): "відпустка"
        case (.illness, .ukrainian): "тимчасова непрацездатність"
        case (.businessTrip, .ukrainian): "відрядження"
        case (.vacancy, .ukrainian): "вакантна посада"
        case (.leave, .english): "leave"
        case (.illness, .english): "illness"
        case (.businessTrip, .english): "business trip"
        case (.vacancy, .english): "vacant post"
        }
    }
}
