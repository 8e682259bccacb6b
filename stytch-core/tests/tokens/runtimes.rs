//! One client on several runtimes: some end, some are never driven again.

use std::{
    future::{Future as _, pending},
    pin::{Pin, pin},
    sync::mpsc,
    task::{Context, Poll, Waker},
    thread,
    time::{Duration, Instant},
};

use stytch_b2b::Client;
use stytch_core::ErrorKind;
use tokio::runtime::{Builder, Runtime};

use crate::refresh::{Fetched, Service, get};

/// Driven while somebody blocks on it.
fn runtime() -> Runtime {
    Builder::new_current_thread().enable_all().build().unwrap()
}

/// A service on a runtime that is driven all the time.
fn service() -> (Runtime, Service) {
    let mut builder = Builder::new_multi_thread();
    let serving = builder.worker_threads(1).enable_all().build().unwrap();
    let service = serving.block_on(Service::new(Fetched::Policy));
    (serving, service)
}

/// Starts a fetch on a runtime and leaves it alone.
fn start_on(runtime: &Runtime, service: &Service) {
    let requests = service.requests();
    runtime.block_on(async {
        tokio::spawn(get(service.client.clone()));
        service.asked(requests + 1).await;
    });
}

/// Fails the test rather than hanging it.
fn within_a_minute<T: Send + 'static>(what: impl FnOnce() -> T + Send + 'static) -> T {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || sender.send(what()));
    receiver.recv_timeout(Duration::from_secs(60)).unwrap()
}

/// Gets the value on a runtime of its own.
fn get_elsewhere(service: &Service) -> usize {
    let client = service.client.clone();
    within_a_minute(move || runtime().block_on(get(client)).unwrap())
}

#[test]
fn the_end_of_a_runtime_is_nobodys_failure() {
    let (_serving, service) = service();
    let first = runtime();
    start_on(&first, &service);
    drop(first);
    // no time has passed, and nothing is put off
    service.open(2);
    assert_eq!(get_elsewhere(&service), 2);
}

#[test]
fn a_caller_goes_on_when_the_runtime_of_the_fetch_ends() {
    let (_serving, service) = service();
    let first = runtime();
    start_on(&first, &service);
    let client = service.client.clone();
    let waiting = thread::spawn(move || runtime().block_on(get(client)));
    thread::sleep(Duration::from_millis(50));
    service.open(2);
    drop(first);
    assert!(within_a_minute(|| waiting.join().unwrap()).is_ok());
}

#[test]
fn a_fetch_that_nobody_drives_is_taken_over() {
    let (_serving, service) = service();
    let idle = runtime();
    start_on(&idle, &service);
    service.open(2);
    assert_eq!(get_elsewhere(&service), 2);
    // the runtime wakes up, and its result comes too late to replace the newer one
    idle.block_on(async { tokio::time::sleep(Duration::from_millis(50)).await });
    assert_eq!((service.held(), service.requests()), (Some(2), 2));
}

#[test]
fn a_task_in_the_background_that_is_never_polled_does_not_keep_a_value_alive() {
    let (_serving, service) = service();
    service.open(100);
    let runtime = runtime();
    runtime.block_on(service.get()).unwrap();
    // between two of these, nothing runs
    service.pass(100);
    for _ in 0..100 {
        runtime.block_on(service.get()).unwrap();
    }
    service.pass(100);
    let begin = Instant::now();
    while runtime.block_on(service.get()).unwrap() == 1 {
        assert!(begin.elapsed() < Duration::from_secs(60), "for ever");
    }
}

#[test]
fn a_fetch_on_a_runtime_that_is_shutting_down_fails_and_blocks_nobody() {
    let (_serving, service) = service();
    let first = runtime();
    let handle = first.handle().clone();
    drop(first);
    let client = service.client.clone();
    let error = within_a_minute(move || handle.block_on(get(client)).unwrap_err());
    assert_eq!(error.kind(), ErrorKind::CheckUnavailable);
    assert!(error.to_string().contains("shut down"), "{error}");
    // nor does it stop anybody else
    service.open(1);
    assert_eq!(get_elsewhere(&service), 1);
}

#[test]
fn a_fetch_that_is_started_while_its_runtime_shuts_down_blocks_nobody() {
    /// Starts a fetch when it is dropped, as a guard of the app may.
    struct Last(Client);

    impl Drop for Last {
        fn drop(&mut self) {
            let mut get = pin!(get(self.0.clone()));
            let _ = get.as_mut().poll(&mut Context::from_waker(Waker::noop()));
        }
    }

    let (_serving, service) = service();
    let first = runtime();
    let last = Last(service.client.clone());
    first.block_on(async {
        tokio::spawn(async move {
            let _last = last;
            pending::<()>().await;
        });
        tokio::task::yield_now().await;
    });
    within_a_minute(move || drop(first));
    service.open(2);
    get_elsewhere(&service);
}

#[test]
fn without_a_runtime_there_is_an_error_and_no_panic() {
    let (serving, service) = service();
    service.open(1);
    serving.block_on(service.get()).unwrap();
    let get_now = || {
        let get: Pin<Box<dyn Future<Output = _>>> = Box::pin(service.get());
        match pin!(get).poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(result) => result,
            Poll::Pending => panic!("waits for ever"),
        }
    };
    // what is of use is used
    service.pass(200);
    assert_eq!(get_now().unwrap(), 1);
    service.pass(1000);
    let error = get_now().unwrap_err();
    assert!(error.to_string().contains("Tokio runtime"), "{error}");
}

#[test]
fn a_connection_that_nobody_drives_holds_up_nobody() {
    let (serving, service) = service();
    let idle = runtime();
    service.open(100);
    idle.block_on(async {
        service.get().await.unwrap();
        // until the connection is back in the pool
        tokio::time::sleep(Duration::from_millis(50)).await;
    });
    serving.block_on(async {
        // a request over that connection is never written; what is there serves on meanwhile
        service.pass(200);
        let begin = Instant::now();
        assert_eq!(service.get().await.unwrap(), 1);
        assert!(begin.elapsed() < Duration::from_secs(2));
        // and another connection brings the next one, though no time passes for the client
        service.until(|| service.held() == Some(2)).await;
        service.pass(200);
        assert_eq!(service.get().await.unwrap(), 3);
    });
}
