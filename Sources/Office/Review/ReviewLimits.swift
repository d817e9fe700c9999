// SPDX-License-Identifier: Apache-2.0
package import OfficeCalendar

/// The last days for passing a letter on and for sending it back; nil where no term runs.
package struct ReviewLimits: Hashable, Sendable {
    package let forwardBy: CivilDate?
    package let sendBackBy: CivilDate?

    package init(forwardBy: CivilDate?, sendBackBy: CivilDate?) {
        self.forwardBy = forwardBy
        self.sendBackBy = sendBackBy
    }

    /// By the duties `forward` and `return` of the kind in `kinds.yaml`.
    package init(_ terms: KindTerms?, receivedAt: WallTime, reckoning: DueReckoning) {
        func last(_ duty: String) -> CivilDate? {
            guard let terms, let duty = terms.duty(duty) else { return nil }
            return reckoning.dates(of: .term(duty.term), receivedAt: receivedAt, shifts: terms.shiftsAfterHours)?.legal
        }
        self.init(forwardBy: last("forward"), sendBackBy: last("return"))
    }

    /// No term runs.
    package static let none = ReviewLimits(forwardBy: nil, sendBackBy: nil)
}
