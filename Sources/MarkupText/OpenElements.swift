// SPDX-License-Identifier: Apache-2.0

/// Makes a proper nesting out of the tags of a document, and keeps back what is not for readers.
///
/// Knows the ends that HTML lets writers leave out, bounds the depth, and never compares more than the bound for one tag.
final class OpenElements {
    private struct Entry {
        let element: MarkupElement
        let hides: Bool
    }

    private let consumer: any MarkupConsumer
    private let maximumDepth: Int
    /// Whether styles and the attribute `hidden` count.
    private let honoursHiding: Bool
    private var stack: [Entry] = []
    private var openCounts = [Int](repeating: 0, count: MarkupElement.allCases.count)
    private var hidingCount = 0
    private(set) var isTooDeep = false

    init(consumer: any MarkupConsumer, maximumDepth: Int, honoursHiding: Bool) {
        self.consumer = consumer
        self.maximumDepth = maximumDepth
        self.honoursHiding = honoursHiding
    }

    func start(_ element: MarkupElement, _ attributes: MarkupAttributes) {
        closeImplied(by: element)
        if element.isVoid {
            if hidingCount == 0 { consumer.start(element, attributes) }
            return
        }
        let hides = element.isHidden || (honoursHiding && attributes.isHiding)
        guard stack.count < maximumDepth || (hides && hidingCount == 0) else {
            isTooDeep = true
            return
        }
        if hides { hidingCount += 1 } else if hidingCount == 0 { consumer.start(element, attributes) }
        stack.append(Entry(element: element, hides: hides))
        openCounts[Int(element.rawValue)] += 1
    }

    func end(_ element: MarkupElement) {
        guard isOpen(element) else { return }
        for index in stack.indices.reversed() {
            if stack[index].element == element { return close(downTo: index) }
            if stack[index].element.isBoundary && !element.isTablePart { return }
        }
    }

    func text(_ octets: Span<UInt8>) {
        if hidingCount == 0 { consumer.text(octets) }
    }

    func finish() {
        close(downTo: 0)
    }

    private func close(downTo index: Int) {
        while stack.count > index, let entry = stack.popLast() {
            openCounts[Int(entry.element.rawValue)] -= 1
            if entry.hides { hidingCount -= 1 } else if hidingCount == 0 { consumer.end(entry.element) }
        }
    }

    private func isOpen(_ element: MarkupElement) -> Bool { openCounts[Int(element.rawValue)] > 0 }

    /// Closes what the start of `element` ends without saying so (HTML Living Standard §13.1.2.4).
    private func closeImplied(by element: MarkupElement) {
        switch element {
        case .li where isOpen(.li): close(outermostOf: [.li], upTo: [.ul, .ol])
        case .dt, .dd: close(outermostOf: [.dt, .dd], upTo: [.dl])
        case .td, .th: close(outermostOf: [.td, .th], upTo: [.tr, .table])
        case .tr: close(outermostOf: [.td, .th, .caption, .tr], upTo: [.table])
        case .tbody, .thead, .tfoot: close(outermostOf: [.td, .th, .caption, .tr, .tbody, .thead, .tfoot], upTo: [.table])
        case .a where isOpen(.a): close(outermostOf: [.a], upTo: [])
        default: break
        }
        if element.isBlock && isOpen(.p) { close(outermostOf: [.p], upTo: []) }
    }

    private func close(outermostOf closed: MarkupElementSet, upTo limits: MarkupElementSet) {
        var found: Int?
        for index in stack.indices.reversed() {
            let element = stack[index].element
            if closed.contains(element) {
                found = index
            } else if limits.contains(element) || element.isBoundary {
                break
            }
        }
        if let found { close(downTo: found) }
    }
}
