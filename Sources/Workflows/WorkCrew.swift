// SPDX-License-Identifier: Apache-2.0
import Synchronization

/// Some threads that compute side by side, off the cooperative pool. Each takes the next element as it becomes free, so a slow one
/// holds up nothing but itself.
struct WorkCrew: Sendable {
    private let threads: [BlockingWork]

    /// - Parameter size: how many threads; at least one.
    init(label: String, size: Int) {
        threads = (0..<max(1, size)).map { BlockingWork(label: "\(label).\($0)") }
    }

    /// The answers of `body`, in the order of the elements. Throws what one of them throws; the others in hand are finished first.
    func map<Element: Sendable, Answer: Sendable>(
        _ elements: [Element], _ body: @escaping @Sendable (Element) throws -> Answer
    ) async throws -> [Answer] {
        let turn = Turn(count: elements.count)
        let answers = try await withThrowingTaskGroup(of: [(Int, Answer)].self) { group in
            for thread in threads.prefix(elements.count) {
                group.addTask { try await thread.run { try turn.work { ($0, try body(elements[$0])) } } }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        return answers.sorted { $0.0 < $1.0 }.map(\.1)
    }

    /// Whose turn it is.
    private final class Turn: Sendable {
        private let next = Atomic(0)
        private let count: Int

        init(count: Int) { self.count = count }

        /// Does what nobody has taken yet, place by place. After a failure nothing more is begun.
        func work<Answer>(_ body: (Int) throws -> Answer) throws -> [Answer] {
            var answers: [Answer] = []
            while true {
                let place = next.add(1, ordering: .relaxed).oldValue
                guard place < count else { return answers }
                do {
                    answers.append(try body(place))
                } catch {
                    next.store(count, ordering: .relaxed)
                    throw error
                }
            }
        }
    }
}
