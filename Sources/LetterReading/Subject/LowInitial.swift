// SPDX-License-Identifier: Apache-2.0

extension StringProtocol {
    /// With its first letter small, as it stands behind other words; «КП «Житло»» keeps its capitals.
    var lowInitial: String { dropFirst().first?.isUppercase == true ? String(self) : String(prefix(1)).inLowerCase + dropFirst() }
}
