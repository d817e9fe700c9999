// SPDX-License-Identifier: Apache-2.0
import LetterReading
import OfficeCalendar

/// A deadline for machines: `type`, `stated`, `legal` and `internal` are always there, the other keys where they say something.
struct DeadlineFacts: Encodable {
    let type: String
    let stated: String?
    let legal: String?
    let `internal`: String?
    let time: String?
    let rrule: String?
    let second: String?
    let upperBound: String?
    let isUrgent: Bool
    let needsReview: Bool
    let overdueOnArrival: Bool
    let explanation: [String]

    init(_ reading: DeadlineReading, kind: KindTerms?) {
        let deadline = reading.deadline
        type = reading.type
        stated = deadline?.stated?.description
        legal = deadline?.legalText
        self.internal = deadline?.internalText
        time = deadline?.time?.description
        rrule = deadline?.rrule
        second = deadline?.second?.description
        upperBound = deadline?.upperBound?.description
        isUrgent = deadline?.isUrgent ?? false
        needsReview = deadline?.needsReview ?? false
        overdueOnArrival = deadline?.overdueOnArrival ?? false
        explanation = deadline?.explanation(reading.context, kind: kind, in: .ukrainian) ?? []
    }

    private enum Key: String, CodingKey {
        case type, stated, legal, `internal`, time, rrule, second, upperBound, isUrgent, needsReview, overdueOnArrival,
            explanation
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(type, forKey: .type)
        try container.encode(stated, forKey: .stated)
        try container.encode(legal, forKey: .legal)
        try container.encode(self.internal, forKey: .internal)
        try container.encodeIfPresent(time, forKey: .time)
        try container.encodeIfPresent(rrule, forKey: .rrule)
        try container.encodeIfPresent(second, forKey: .second)
        try container.encodeIfPresent(upperBound, forKey: .upperBound)
        for (key, holds) in [(Key.isUrgent, isUrgent), (.needsReview, needsReview), (.overdueOnArrival, overdueOnArrival)]
        where holds {
            try container.encode(true, forKey: key)
        }
        if !explanation.isEmpty { try container.encode(explanation, forKey: .explanation) }
    }

    /// For a person.
    var lines: [String] { ["\(type)" + (legal.map { ": \($0)" } ?? "")] + explanation }
}
