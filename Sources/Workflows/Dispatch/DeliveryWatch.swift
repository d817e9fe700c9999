// SPDX-License-Identifier: Apache-2.0
package import Logging
import Office
import OfficeStore

/// Tells cards what became of their outgoing letters: taken by the addressee's server, refused, or returned later.
///
/// Runs after every pass of ``Dispatch`` and after bounces were filed. Cut anywhere, the next pass ends the same.
package struct DeliveryWatch: Sendable {
    /// Letters looked at in one pass.
    private static let limit = 500

    private let acts: OfficeActs
    private let logger: Logger

    package init(acts: OfficeActs, logger: Logger) {
        self.acts = acts
        self.logger = logger
    }

    /// - Returns: how many cards heard of a letter.
    @discardableResult
    package func pass() async throws -> Int {
        var told = 0
        for delivery in try await acts.store.dueDeliveries(limit: Self.limit) {
            guard let deed = Self.deed(of: delivery) else {
                try await acts.store.settleDelivery(delivery)
                continue
            }
            do {
                _ = try await acts.record(deed, on: delivery.card, settling: delivery)
                told += 1
            } catch let refusal as OfficeRefusal {
                try await acts.store.settleDelivery(delivery)
                logger.error(
                    "a delivery does not fit its card", metadata: ["card": "\(delivery.card)", "reason": "\(refusal)"])
            }
        }
        return told
    }

    /// Nil while the row is still on its way: a person may have released it again.
    private static func deed(of delivery: DueDelivery) -> Deed? {
        switch delivery.state {
        case .sent: .delivered(delivery.draft, addressee: delivery.addressee, verdict: delivery.verdict)
        case .failed, .dropped: .bounced(delivery.draft, addressee: delivery.addressee, verdict: delivery.verdict)
        case .queued, .sending, .held: nil
        }
    }
}
