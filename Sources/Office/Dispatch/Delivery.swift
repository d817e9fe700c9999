// SPDX-License-Identifier: Apache-2.0
package import OfficeCalendar

/// What became of an outgoing letter at one addressee.
package struct Delivery: Hashable, Sendable {
    package enum State: Hashable, Sendable {
        /// With the outbox, or on its way.
        case sent
        /// No e-mail address: the front office posts it or hands it over, and says when.
        case awaitsHand
        /// The addressee's server took it, or the clerk noted its receipt.
        case delivered(verdict: String)
        case bounced(verdict: String)
        /// Sent once more by another way after a bounce.
        case resent(channel: String)
        /// Posted, or given to the addressee.
        case handedOver(way: String, on: CivilDate)
    }

    package enum Event: Hashable, Sendable {
        case delivered(String), bounced(String), resent(String), handedOver(way: String, on: CivilDate)
    }

    package let addressee: Addressee
    package private(set) var state: State

    package init(addressee: Addressee) {
        self.addressee = addressee
        state = addressee.hasMailAddress ? .sent : .awaitsHand
    }

    package var isBounced: Bool {
        if case .bounced = state { true } else { false }
    }

    /// A server may take a letter and send it back an hour later, or a slow verdict of the first way arrive after the second: the
    /// latest word stands.
    mutating func apply(_ event: Event) {
        switch (state, event) {
        case (_, .delivered(let verdict)): state = .delivered(verdict: verdict)
        case (_, .bounced(let verdict)): state = .bounced(verdict: verdict)
        case (_, .resent(let channel)): state = .resent(channel: channel)
        case (_, .handedOver(let way, let day)): state = .handedOver(way: way, on: day)
        }
    }
}
