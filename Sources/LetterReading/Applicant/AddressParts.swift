// SPDX-License-Identifier: Apache-2.0

/// The parts of an address as they are met, each as a card writes it.
struct AddressParts: Hashable, Sendable {
    var postcode: String?
    var region: String?
    var district: String?
    var community: String?
    var place: String?
    /// A microdistrict, a quarter, an estate.
    var area: String?
    var street: String?
    /// «гуртожиток № 2» before the street.
    var dormitory: String?
    var house: String?
    var block: String?
    var entrance: String?
    var flat: String?
    var box: String?

    /// Whether it names something that houses stand at.
    var hasWay: Bool { street != nil || area != nil }

    /// Whether somebody can live at it, or get letters there.
    var isWhole: Bool { house != nil || box != nil }

    /// Nil without a street, a house of a village or a post-office box.
    var text: String? {
        if let box { return [box, place, postcode].compactMap(\.self).joined(separator: ", ") }
        guard hasWay || place != nil && house != nil else { return nil }
        return [postcode, region, district, community, place, area, dormitory, street, house, block, entrance, flat].compactMap(
            \.self
        )
        .joined(
            separator: ", ")
    }
}
