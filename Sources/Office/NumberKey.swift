// SPDX-License-Identifier: Apache-2.0

/// A registration number as it is compared: letters and digits only, in lower case, Latin letters that look Cyrillic made Cyrillic.
///
/// Typists mix alphabets, strokes, hyphens and spaces: `01-23/456`, `01–23 / 456` and `01-23\456` are one number.
package enum NumberKey {
    package static func key(of number: some StringProtocol) -> String {
        var key = ""
        for scalar in number.lowercased().unicodeScalars {
            if let twin = twins[scalar] {
                key.unicodeScalars.append(twin)
            } else if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
                key.unicodeScalars.append(scalar)
            }
        }
        return key
    }

    private static let twins: [Unicode.Scalar: Unicode.Scalar] = [
        "a": "а", "b": "в", "c": "с", "e": "е", "h": "н", "i": "і", "k": "к", "m": "м", "o": "о", "p": "р", "t": "т", "x": "х",
        "y": "у",
    ]
}
